namespace WordCount;

/// <summary>What one worker has to do, and has done.</summary>
internal sealed class Share(int processId)
{
    public int ProcessId => processId;

    /// <summary>The chunks that it was sent and has not counted yet.</summary>
    public Dictionary<int, byte[]> Outstanding { get; } = [];

    public int Chunks { get; set; }

    public long Words { get; set; }

    public bool IsLost { get; set; }
}
