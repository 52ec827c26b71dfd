namespace Mp.FirstMessage;

/// <summary>The port that gets the program's only message.</summary>
internal sealed partial class Receiver : Port
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a message was handled.</summary>
    public Task FirstMessage => _first.Task;

    [Rcv("inc")]
    private void Inc(long n) => _first.SetResult();
}
