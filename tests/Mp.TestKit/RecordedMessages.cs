using Mp.Testing;

namespace Mp.TestKit;

/// <summary>Waits for what a port is sent, by nodes that run by themselves.</summary>
public static class RecordedMessages
{
    /// <summary>Waits until <paramref name="count"/> messages or more have come, and returns them.</summary>
    /// <exception cref="TimeoutException">They do not come.</exception>
    public static async Task<IReadOnlyList<object?[]>> WaitForAsync(this RecordingPort port, int count)
    {
        // Not in the port's turn: the test may wait for the port again.
        Task received = port.WhenReceived(count).ContinueWith(
            static _ => { },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
        await received.Bounded().ConfigureAwait(false);
        return port.Messages;
    }
}
