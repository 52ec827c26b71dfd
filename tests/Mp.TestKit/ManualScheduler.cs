namespace Mp.TestKit;

/// <summary>Runs ports on the test's own thread, when it says so, in the order in which they became runnable.</summary>
public sealed class ManualScheduler : PortScheduler
{
    private readonly Lock _gate = new();
    private readonly Queue<IThreadPoolWorkItem> _work = new();

    /// <summary>How much waits to be run.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _work.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override void Schedule(IThreadPoolWorkItem work)
    {
        lock (_gate)
        {
            _work.Enqueue(work);
        }
    }

    /// <summary>Runs what has waited longest.</summary>
    /// <returns><see langword="false"/> if nothing waits.</returns>
    public bool RunOne()
    {
        IThreadPoolWorkItem? work;
        lock (_gate)
        {
            if (!_work.TryDequeue(out work))
            {
                return false;
            }
        }

        work.Execute();
        return true;
    }

    /// <summary>Runs until nothing waits any more.</summary>
    /// <exception cref="InvalidOperationException">That does not end: something makes work for itself.</exception>
    public void RunUntilIdle()
    {
        const int Limit = 100_000;
        for (int ran = 0; RunOne(); ran++)
        {
            if (ran == Limit)
            {
                throw new InvalidOperationException($"Still not idle after {Limit} turns.");
            }
        }
    }
}
