namespace Mp.Benchmarks;

/// <summary>The receiver of the contract: adds up, and tells when enough has come.</summary>
internal sealed partial class Counter : Port
{
    private TaskCompletionSource? _done;
    private long _left;
    private long _sum;

    /// <summary>Completes after so many messages more.</summary>
    public Task Expect(long messages)
    {
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _left = messages;
        return _done.Task;
    }

    [Rcv("inc")]
    private void Inc(long n)
    {
        _sum += n;
        if (--_left == 0)
        {
            _done!.SetResult();
        }
    }
}
