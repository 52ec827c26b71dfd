namespace Mp.Benchmarks;

/// <summary>Whom the tree of Dskynet tells its sum.</summary>
internal sealed partial class SkynetRoot : Port
{
    private TaskCompletionSource<long>? _done;

    /// <summary>Completes with the sum of a tree's leaves.</summary>
    public Task<long> Expect()
    {
        _done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _done.Task;
    }

    [Rcv("sum")]
    private void OnSum(long sum) => _done!.SetResult(sum);
}
