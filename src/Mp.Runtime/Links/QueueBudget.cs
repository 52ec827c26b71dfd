namespace Mp.Links;

/// <summary>How much waits to be written on all links of a node together.</summary>
internal sealed class QueueBudget(long maxBytes)
{
    /// <summary>
    /// In steps of so many bytes a link tells what waits on it, so that a message seldom costs anything.
    /// </summary>
    public const int StepBytes = 64 * 1024;

    private long _bytes;

    /// <summary>How much there is.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Changes the account of one link.</summary>
    /// <returns><see langword="false"/> if there is too much now.</returns>
    public bool TryChange(long bytes) => Interlocked.Add(ref _bytes, bytes) <= maxBytes;
}
