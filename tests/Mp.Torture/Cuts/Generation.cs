namespace Mp.Torture.Cuts;

/// <summary>The messages that were sent between two firings of the monitor.</summary>
/// <param name="Number">Which of them.</param>
internal sealed record Generation(long Number)
{
    /// <summary>How many messages were sent. They are numbered from 0 on.</summary>
    public long Sent { get; set; }

    /// <summary>When the monitor fired, as a timestamp of the machine; nothing if it did not.</summary>
    public long? Fired { get; set; }

    /// <summary>Completes when it fires.</summary>
    public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
