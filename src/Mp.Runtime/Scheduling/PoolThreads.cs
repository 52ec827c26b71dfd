#pragma warning disable RS0030 // The one way to the thread pool: all others take the scheduler of their node.

namespace Mp.Scheduling;

/// <summary>Threads of the .NET thread pool.</summary>
internal sealed class PoolThreads : IWorkerThreads
{
    /// <inheritdoc/>
    public bool CanReplaceStuck => true;

    /// <inheritdoc/>
    // Near this thread if it is of the pool: it may be about to end what it does.
    public void Start(Worker worker) =>
        ThreadPool.UnsafeQueueUserWorkItem(worker, preferLocal: Thread.CurrentThread.IsThreadPoolThread);

    /// <inheritdoc/>
    public void Continue(Worker worker) => ThreadPool.UnsafeQueueUserWorkItem(worker, preferLocal: false);
}
