using System.Diagnostics;
using System.Globalization;
using Mp.Torture.Processes;

namespace Mp.Torture.Slow;

/// <summary>A process that is stopped by a signal: its connections stay, and it does nothing.</summary>
internal sealed class StalledPeer : IDisposable
{
    private readonly NodeProcess _process;
    private long _stopped;
    private long _fired;

    private StalledPeer(NodeProcess process) => _process = process;

    /// <summary>Its port.</summary>
    public PortId Port => _process.PortNamed(SinkPort.PortName);

    /// <summary>How long it took for the monitor to fire; nothing if it did not.</summary>
    public TimeSpan? Noticed =>
        Volatile.Read(ref _fired) is var fired and > 0 ? Stopwatch.GetElapsedTime(_stopped, fired) : null;

    /// <summary>Starts one, and connects with it.</summary>
    public static async Task<StalledPeer> StartAsync(Node node, string secret)
    {
        var peer = new StalledPeer(await NodeProcess.StartAsync(SinkPort.Verb, secret));
        await Echo.AskAsync(node, peer.Port);
        node.Mon(peer.Port, _ => Interlocked.CompareExchange(ref peer._fired, Stopwatch.GetTimestamp(), 0));
        return peer;
    }

    /// <summary>Stops it.</summary>
    public void Stop()
    {
        string id = _process.Process.Id.ToString(CultureInfo.InvariantCulture);
        using Process kill = Process.Start("kill", ["-STOP", id]);
        kill.WaitForExit();
        _stopped = Stopwatch.GetTimestamp();
    }

    public void Dispose() => _process.Dispose();
}
