using Mp.Scheduling;

namespace Mp;

/// <summary>
/// Runs ports on threads of their own: one is a loop, on which no two ports ever run at the same time.
/// </summary>
/// <remarks>
/// For programs whose ports block, or which want one thread. A port that blocks one of the threads keeps it from all
/// others: unlike <see cref="PortScheduler.ThreadPool"/>, it gets no other one.
/// </remarks>
public sealed class DedicatedThreads : PortScheduler, IDisposable
{
    private const int MostThreads = 64;

    private readonly OwnThreads _threads;
    private readonly WorkerPool _pool;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many; 1 to 64.</param>
    /// <param name="name">What debuggers call them, before a number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of its range.</exception>
    public DedicatedThreads(int count = 1, string name = "Mp ports")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostThreads);
        ArgumentNullException.ThrowIfNull(name);
        _threads = new OwnThreads(count, name);
        _pool = new WorkerPool(count, _threads);
    }

    /// <inheritdoc/>
    public override void Schedule(IThreadPoolWorkItem work) => _pool.Schedule(work);

    /// <summary>Ends the threads when their present turns are over. What is scheduled later does not run.</summary>
    /// <remarks>End the nodes first: their ports stand still from then on.</remarks>
    public void Dispose() => _threads.Dispose();
}
