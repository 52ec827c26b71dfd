using System.Diagnostics;

namespace Mp.Torture.Processes;

/// <summary>A process that is stopped by a signal: its connections stay, and it does nothing.</summary>
internal sealed class StalledPeer : IDisposable
{
    private readonly NodeProcess _process;
    private long _stopped;
    private long _fired;
    private int _count;

    private StalledPeer(NodeProcess process) => _process = process;

    /// <summary>Its port.</summary>
    public PortId Port => _process.PortNamed(SinkPort.PortName);

    /// <summary>How long it took for the monitor to fire; nothing if it did not.</summary>
    public TimeSpan? Noticed =>
        Volatile.Read(ref _fired) is var fired and > 0 ? Stopwatch.GetElapsedTime(_stopped, fired) : null;

    /// <summary>How often the monitor fired.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Starts one, and connects with it.</summary>
    public static async Task<StalledPeer> StartAsync(Node node, string secret)
    {
        var peer = new StalledPeer(await NodeProcess.StartAsync(SinkPort.Verb, secret));
        await Echo.AskAsync(node, peer.Port);
        node.Mon(peer.Port, _ => peer.Fire());
        return peer;
    }

    /// <summary>Stops it.</summary>
    public void Stop()
    {
        _process.Signal("-STOP");
        _stopped = Stopwatch.GetTimestamp();
    }

    /// <summary>Lets it go on.</summary>
    public void Continue() => _process.Signal("-CONT");

    public void Dispose() => _process.Dispose();

    private void Fire()
    {
        Interlocked.CompareExchange(ref _fired, Stopwatch.GetTimestamp(), 0);
        Interlocked.Increment(ref _count);
    }
}
