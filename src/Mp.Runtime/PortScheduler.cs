namespace Mp;

/// <summary>Where ports run: the seam between a node and its threads.</summary>
/// <remarks>
/// A port that has something to do is handed over once, and again only when that turn is over; so whatever an
/// implementation does, a port never runs twice at a time.
/// </remarks>
public abstract class PortScheduler
{
    /// <summary>The .NET thread pool: different ports run in parallel. The default.</summary>
    public static PortScheduler ThreadPool { get; } = new ThreadPoolScheduler();

    /// <summary>Runs the work soon, once, never inside this call.</summary>
    public abstract void Schedule(IThreadPoolWorkItem work);

    private sealed class ThreadPoolScheduler : PortScheduler
    {
        // A thread takes the newest of its own queue first, and the common one only when its own is empty: ports that
        // keep each other busy would never let anything else run. So now and then one goes to the end of the common
        // queue.
        private const uint LocalInARow = 64;

        [ThreadStatic]
        private static uint _scheduled;

#pragma warning disable RS0030 // The one way to the thread pool: all others take the scheduler of their node.
        // Work that a port makes runnable stays near its thread; what comes from outside goes to all.
        public override void Schedule(IThreadPoolWorkItem work) =>
            System.Threading.ThreadPool.UnsafeQueueUserWorkItem(
                work,
                preferLocal: ++_scheduled % LocalInARow != 0);
#pragma warning restore RS0030
    }
}
