namespace Mp.Torture.Retention;

/// <summary>What was in memory before and after.</summary>
/// <param name="Before">Bytes that were reachable once everything had been done a few times.</param>
/// <param name="After">Bytes that were reachable once it had been done very often.</param>
internal sealed record RetentionResult(long Before, long After)
{
    // What comes and goes is an array of 64 KiB now and then that the system's pool keeps for a thread. Of the 24 MB there
    // are, the share is five bytes for each of 100,000 monitors, and 50 for each of 10,000 connections.
    private const double Share = 0.02;

    /// <summary>Whether something is kept of what is over.</summary>
    public bool IsKept => After - Before > (long)(Before * Share);
}
