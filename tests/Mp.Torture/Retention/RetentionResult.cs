namespace Mp.Torture.Retention;

/// <summary>What was in memory before and after.</summary>
/// <param name="Before">Bytes that were reachable once everything had been done a few times.</param>
/// <param name="After">Bytes that were reachable once it had been done very often.</param>
internal sealed record RetentionResult(long Before, long After)
{
    // Two small nodes take less than a megabyte, and tables and buffers are as large as they ever had to be, which the
    // threads decide. An object of 24 bytes for each of 100,000 monitors would be four times as much, and so would one
    // connection of 200 bytes for each of 10,000.
    private const long SlackBytes = 512 * 1024;
    private const double Share = 0.02;

    /// <summary>Whether something is kept of what is over.</summary>
    public bool IsKept => After - Before > Math.Max(SlackBytes, (long)(Before * Share));
}
