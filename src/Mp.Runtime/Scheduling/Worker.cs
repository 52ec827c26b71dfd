namespace Mp.Scheduling;

/// <summary>Runs one thing after the other on one thread, what that makes runnable first.</summary>
/// <remarks>
/// What a port's turn makes runnable is kept for this thread: its messages are in this core's cache, and no other
/// thread need be woken. Of several such things all but the newest may be taken by other workers.
/// </remarks>
internal sealed class Worker(WorkerPool pool) : IThreadPoolWorkItem
{
    // After so many turns the worker goes to the end of the thread pool's queue: others use those threads as well.
    private const int TurnsInARow = 256;

    // So often the oldest work comes first, so that two ports which keep each other busy do not starve the others.
    private const uint FairTurn = 64;

    [ThreadStatic]
    private static Worker? _current;

    private readonly WorkStealingQueue _queue = new();

    // Made runnable last, and run next.
    private IThreadPoolWorkItem? _next;

    private uint _taken;
    private volatile bool _isAbandoned;

    /// <summary>The worker whose turn this thread is in, if any.</summary>
    public static Worker? Current => _current;

    /// <summary>The pool that it is of.</summary>
    public WorkerPool Pool => pool;

    /// <summary>How many turns it has begun and ended, together: odd within one.</summary>
    public int Progress { get; private set; }

    /// <summary>Whether it looks for work, on behalf of whoever brings some.</summary>
    public bool IsSearching { get; set; }

    /// <summary>Whether there is something that others may take.</summary>
    public bool HasWork => !_queue.IsEmpty;

    /// <summary>Whether anything waits for this worker, be it for this one alone.</summary>
    public bool HasAnyWork => HasWork || Volatile.Read(ref _next) is not null;

    /// <summary>Takes work that the present turn has made runnable. Only on the worker's own thread.</summary>
    public void Add(IThreadPoolWorkItem work)
    {
        if (_next is null)
        {
            // Nobody else puts anything there. No barrier here: whoever abandons the worker makes one for all threads.
            Volatile.Write(ref _next, work);
        }
        else if (Interlocked.Exchange(ref _next, work) is { } earlier)
        {
            _queue.Push(earlier);
            pool.Wake();
        }

        // Looked at after the work was put down: either we see it, or whoever abandons the worker sees the work.
        if (_isAbandoned)
        {
            GiveAway();
        }
    }

    /// <summary>Takes the oldest of what others may have; from any thread.</summary>
    public IThreadPoolWorkItem? Steal() => _queue.Steal();

    /// <summary>The turn lasts too long, and others wait for what this worker has: they get it.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        Interlocked.MemoryBarrierProcessWide();
        GiveAway();
    }

    /// <inheritdoc/>
    public void Execute()
    {
        ExecutionContext? context = ExecutionContext.Capture();
        _current = this;
        bool isRetired = false;
        for (int turn = 0; turn < TurnsInARow && !isRetired && !_isAbandoned; turn++)
        {
            IThreadPoolWorkItem? work = IsSearching ? null : Take();
            work ??= pool.Find(this);
            isRetired = work is null;
            if (work is not null)
            {
                Run(work, context);
            }
        }

        _current = null;
        if (_isAbandoned)
        {
            if (IsSearching && !isRetired)
            {
                // It was taken up to look for work, and replaced before it did.
                pool.EndSearch(this);
            }

            GiveAway();
        }
        else if (!isRetired)
        {
            pool.Continue(this);
        }
    }

    private void Run(IThreadPoolWorkItem work, ExecutionContext? context)
    {
        Progress++;
        work.Execute();
        Progress++;

        // As between two items of the pool: what one has set in its context is not for the next.
        if (context is not null)
        {
            ExecutionContext.Restore(context);
        }
    }

    private IThreadPoolWorkItem? Take()
    {
        if (++_taken % FairTurn == 0 && (pool.TakeShared() ?? _queue.Steal()) is { } oldest)
        {
            return oldest;
        }

        return (_next is null ? null : Interlocked.Exchange(ref _next, null)) ?? _queue.Pop() ?? pool.TakeShared();
    }

    private void GiveAway()
    {
        if (Interlocked.Exchange(ref _next, null) is { } next)
        {
            pool.Share(next);
        }

        while (!_queue.IsEmpty)
        {
            if (_queue.Steal() is { } work)
            {
                pool.Share(work);
            }
        }
    }
}
