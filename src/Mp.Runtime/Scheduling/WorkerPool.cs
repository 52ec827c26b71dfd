using System.Collections.Concurrent;
using System.Numerics;

namespace Mp.Scheduling;

/// <summary>Runs ports on a few threads, each with a worker that keeps at it while there is work.</summary>
/// <remarks>
/// <para>
/// Work that a worker's own turn makes runnable stays with it; see <see cref="Worker"/>. All other work is shared. A
/// worker that runs out of work looks around for a moment before it gives its thread back, as long as that pays (see
/// <see cref="SearchPatience"/>), and while one looks, whoever brings work wakes nobody: waking a thread costs more
/// than most turns.
/// </para>
/// <para>
/// Where threads can be had, a worker that is stuck in a long turn is replaced; see <see cref="WorkerWatch"/>.
/// </para>
/// </remarks>
internal sealed class WorkerPool : PortScheduler
{
    private const int MostWorkers = 64;

    // Some ten microseconds in all, about what it costs to wake a thread.
    private const int MostLooks = 40;
    private const int SpinsBetweenLooks = 8;

    private readonly ConcurrentQueue<IThreadPoolWorkItem> _shared = new();
    private readonly IWorkerThreads _threads;
    private readonly Worker[] _workers;
    private readonly WorkerWatch? _watch;
    private readonly SearchPatience _patience;

    // Who becomes idle, who is taken up and who is replaced: each decided for one worker at a time. None is frequent.
    private readonly Lock _gate = new();

    // A bit for each worker that has no thread.
    private ulong _idle;

    private int _searching;

    /// <param name="workers">How many there are at the most.</param>
    /// <param name="threads">Where they get their threads.</param>
    /// <param name="time">The threads' time, not a node's: nothing that ports can see depends on it.</param>
    public WorkerPool(int workers, IWorkerThreads threads, TimeProvider? time = null)
    {
        _threads = threads;
        _patience = new SearchPatience(time ?? TimeProvider.System);
        _workers = new Worker[Math.Min(workers, MostWorkers)];
        for (int index = 0; index < _workers.Length; index++)
        {
            _workers[index] = new Worker(this);
            _idle |= 1UL << index;
        }

        _watch = threads.CanReplaceStuck ? new WorkerWatch(this) : null;
    }

    /// <summary>How many workers there are at the most.</summary>
    public int Count => _workers.Length;

    /// <summary>Whether no worker has a thread.</summary>
    public bool IsIdle => BitOperations.PopCount(Volatile.Read(ref _idle)) == _workers.Length;

    /// <summary>How many times a worker without work looks around for some before it gives its thread back.</summary>
    public int LooksAround => _patience.Pays ? MostLooks : 1;

    /// <summary>Whether work waits for any worker.</summary>
    public bool HasSharedWork => !_shared.IsEmpty;

    /// <inheritdoc/>
    public override void Schedule(IThreadPoolWorkItem work)
    {
        if (Worker.Current is { } worker && worker.Pool == this)
        {
            worker.Add(work);
        }
        else
        {
            Share(work);
        }
    }

    /// <summary>The worker of a number, from 0.</summary>
    public Worker WorkerAt(int index) => Volatile.Read(ref _workers[index]);

    /// <summary>Adds work for whichever worker comes first.</summary>
    public void Share(IThreadPoolWorkItem work)
    {
        _shared.Enqueue(work);
        Wake();
    }

    /// <summary>The oldest of the shared work, if there is any.</summary>
    public IThreadPoolWorkItem? TakeShared() => _shared.TryDequeue(out IThreadPoolWorkItem? work) ? work : null;

    /// <summary>Sees to it that somebody finds the work that was just put down.</summary>
    public void Wake()
    {
        // Either we see here that somebody still looks, or that one sees the work when it looks once more.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _idle) == 0
            || Volatile.Read(ref _searching) != 0
            || Interlocked.CompareExchange(ref _searching, 1, 0) != 0)
        {
            return;
        }

        if (TakeIdle() is { } worker)
        {
            worker.IsSearching = true;
            _patience.Wake();
            _watch?.Begin();
            _threads.Start(worker);
        }
        else
        {
            Interlocked.Decrement(ref _searching);
        }
    }

    /// <summary>Lets others use the thread of a worker for a while.</summary>
    public void Continue(Worker worker) => _threads.Continue(worker);

    /// <summary>Looks for work for a worker that has none left, for a moment.</summary>
    /// <returns>Nothing if there is none: the worker is idle from now on, and must give its thread back.</returns>
    public IThreadPoolWorkItem? Find(Worker worker)
    {
        if (!worker.IsSearching)
        {
            worker.IsSearching = true;
            Interlocked.Increment(ref _searching);
        }

        long ranOut = 0;
        while (true)
        {
            int looks = LooksAround;
            for (int look = 0; look < looks; look++)
            {
                if ((TakeShared() ?? StealFor(worker)) is { } work)
                {
                    if (look > 0)
                    {
                        _patience.Find();
                    }

                    EndSearch(worker);
                    return work;
                }

                ranOut = look == 0 ? _patience.Now : ranOut;
                if (looks > 1)
                {
                    Thread.SpinWait(SpinsBetweenLooks);
                }
            }

            // Before it is idle: from then on another thread may learn from it.
            _patience.GiveUp(ranOut);
            if (TryRetire(worker))
            {
                return null;
            }
        }
    }

    /// <summary>Puts a new worker into the place of one that is stuck in a turn, unless it is not any more.</summary>
    public void Replace(int index, Worker stuck)
    {
        lock (_gate)
        {
            if (_workers[index] != stuck || (_idle & (1UL << index)) != 0)
            {
                return;
            }

            Volatile.Write(ref _workers[index], new Worker(this));
            Volatile.Write(ref _idle, _idle | (1UL << index));
        }

        stuck.Abandon();
        Wake();
    }

    /// <summary>A worker that looks for work looks no more.</summary>
    public void EndSearch(Worker worker)
    {
        worker.IsSearching = false;

        // Whoever brought more while we looked has woken nobody.
        if (Interlocked.Decrement(ref _searching) == 0 && HasWork())
        {
            Wake();
        }
    }

    private bool TryRetire(Worker worker)
    {
        // One that was replaced has no place to be idle in: whoever has it sees to what comes.
        bool hasPlace = TryBecomeIdle(worker);
        worker.IsSearching = false;
        Interlocked.Decrement(ref _searching);
        if (!HasWork())
        {
            return true;
        }

        if (!hasPlace || !TryTakeUpAgain(worker))
        {
            Wake();
            return true;
        }

        // There is work after all, and nobody else has taken this worker up.
        worker.IsSearching = true;
        Interlocked.Increment(ref _searching);
        return false;
    }

    private bool TryBecomeIdle(Worker worker)
    {
        lock (_gate)
        {
            int index = Array.IndexOf(_workers, worker);
            if (index < 0)
            {
                return false;
            }

            Volatile.Write(ref _idle, _idle | (1UL << index));
            return true;
        }
    }

    private bool TryTakeUpAgain(Worker worker)
    {
        lock (_gate)
        {
            int index = Array.IndexOf(_workers, worker);
            if (index < 0 || (_idle & (1UL << index)) == 0)
            {
                return false;
            }

            Volatile.Write(ref _idle, _idle & ~(1UL << index));
            return true;
        }
    }

    private Worker? TakeIdle()
    {
        lock (_gate)
        {
            if (_idle == 0)
            {
                return null;
            }

            int index = BitOperations.TrailingZeroCount(_idle);
            Volatile.Write(ref _idle, _idle & ~(1UL << index));
            return _workers[index];
        }
    }

    private IThreadPoolWorkItem? StealFor(Worker worker)
    {
        for (int index = 0; index < _workers.Length; index++)
        {
            Worker other = WorkerAt(index);
            if (other != worker && other.HasWork && other.Steal() is { } work)
            {
                return work;
            }
        }

        return null;
    }

    private bool HasWork()
    {
        bool hasWork = HasSharedWork;
        for (int index = 0; index < _workers.Length && !hasWork; index++)
        {
            hasWork = WorkerAt(index).HasWork;
        }

        return hasWork;
    }
}
