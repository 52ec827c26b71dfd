namespace Mp.Scheduling;

/// <summary>Replaces workers that are stuck in a turn while something waits for them.</summary>
/// <remarks>
/// A handler may block, or compute for long. It may even wait for what its own worker would run next, so that must not
/// wait for it. The .NET thread pool finds a thread for the new worker as it does for all that block it.
/// </remarks>
internal sealed class WorkerWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly WorkerPool _pool;
    private readonly int[] _seen;
    private readonly ITimer _timer;
    private int _isRunning;

    public WorkerWatch(WorkerPool pool)
    {
        _pool = pool;
        _seen = new int[pool.Count];

        // The threads' time, not a node's: nothing that ports can see depends on it.
        _timer = TimeProvider.System.CreateTimer(
            static state => ((WorkerWatch)state!).Look(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>A worker begins to work: looks after it until all are idle again.</summary>
    public void Begin()
    {
        if (Volatile.Read(ref _isRunning) == 0 && Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            _timer.Change(Interval, Interval);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (_pool.IsIdle)
        {
            Pause();
            return;
        }

        for (int index = 0; index < _seen.Length; index++)
        {
            Worker worker = _pool.WorkerAt(index);
            int progress = worker.Progress;
            bool isStuck = progress % 2 != 0 && progress == _seen[index];
            _seen[index] = progress;
            if (isStuck && (worker.HasAnyWork || _pool.HasSharedWork))
            {
                _pool.Replace(index, worker);
                _seen[index] = 0;
            }
        }
    }

    private void Pause()
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Volatile.Write(ref _isRunning, 0);
        Interlocked.MemoryBarrier();

        // One may have begun meanwhile, and thought that we were looking.
        if (!_pool.IsIdle)
        {
            Begin();
        }
    }
}
