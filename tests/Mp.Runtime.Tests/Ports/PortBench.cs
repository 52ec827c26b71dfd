using Mp.Messages;
using Mp.Monitoring;
using Mp.Ports;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Ports;

/// <summary>What ports live in, without a node around it: they run when the test says so.</summary>
internal sealed class PortBench : IDisposable
{
    public PortBench(PortScheduler? scheduler = null, Action<UnmatchedMessage>? onUnmatched = null, int backlogWarning = 100_000)
    {
        Host = new PortHost(
            scheduler ?? Scheduler,
            new PortNames(new byte[PortNames.IncarnationBytes]),
            Logs.CreateLogger("ports"),
            backlogWarning,
            () => onUnmatched ?? Dropped.Add);
        Host.TakeOn("private");
    }

    public ManualScheduler Scheduler { get; } = new();

    public RecordingLoggerFactory Logs { get; } = new();

    public List<UnmatchedMessage> Dropped { get; } = [];

    public PortHost Host { get; }

    public static void Send(PortCell cell, string tag) => cell.Enqueue(new TagMessage(tag));

    public static void Send<T>(PortCell cell, string tag, T element) =>
        cell.Enqueue(new TypedMessage<T>(tag, element));

    public static void Kill(PortCell cell, params ReadOnlySpan<object?> reason) =>
        cell.Enqueue(new KillControl(new Reason(reason)));

    // The node itself is not needed: ports reach it only for what these tests do without.
    public PortCell Create(Port port) => port.Attach(null!, Host.Identity);

    /// <summary>Watches a port.</summary>
    /// <returns>The reasons with which the monitor fired: none or one.</returns>
    public static List<Reason> Watch(PortCell cell)
    {
        List<Reason> fired = [];
        cell.AddMonitor(new PortMonitor((_, reason) => fired.Add(reason)));
        return fired;
    }

    public void Run() => Scheduler.RunUntilIdle();

    public void Dispose() => Logs.Dispose();
}
