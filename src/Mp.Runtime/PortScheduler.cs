using Mp.Scheduling;

namespace Mp;

/// <summary>Where ports run: the seam between a node and its threads.</summary>
/// <remarks>
/// A port that has something to do is handed over once, and again only when that turn is over; so whatever an
/// implementation does, a port never runs twice at a time.
/// </remarks>
public abstract class PortScheduler
{
    /// <summary>The .NET thread pool: different ports run in parallel. The default.</summary>
    /// <remarks>
    /// What a port's turn makes runnable runs next on the same thread, if no other is free for it. A port that blocks
    /// its thread does not keep others from running for longer than the pool takes to find another thread.
    /// </remarks>
    public static PortScheduler ThreadPool { get; } =
        new WorkerPool(Environment.ProcessorCount, new PoolThreads());

    /// <summary>Runs the work soon, once, never inside this call.</summary>
    public abstract void Schedule(IThreadPoolWorkItem work);
}
