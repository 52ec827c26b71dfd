namespace Mp.Benchmarks;

/// <summary>The receivers of G: as many handlers as there are tags, all of which add up.</summary>
public abstract class TagCounter : Port
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

    protected void Add(long n)
    {
        _sum += n;
        if (--_left == 0)
        {
            _done!.SetResult();
        }
    }
}
