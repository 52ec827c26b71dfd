using Microsoft.Extensions.Logging;

namespace Mp.Nodes;

/// <summary>Calls a user back, once for each thing that happens, in its order, on the scheduler.</summary>
internal sealed class CallbackQueue(PortScheduler scheduler, ILogger log) : IThreadPoolWorkItem
{
    private readonly SerialQueue _queue = new(log);

    /// <summary>Calls back soon. May be called under a lock.</summary>
    public void Add(Action callback)
    {
        _queue.Add(callback);
        scheduler.Schedule(this);
    }

    /// <inheritdoc/>
    public void Execute() => _queue.Run();
}
