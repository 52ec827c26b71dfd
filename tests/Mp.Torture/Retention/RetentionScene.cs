using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Torture.Retention;

/// <summary>Two nodes on a network in memory, one of which watches ports of the other.</summary>
internal sealed class RetentionScene
{
    // As often as it takes until nothing new is compiled, pooled or cached.
    private const int WarmMonitors = 50_000;
    private const int WarmReconnects = 200;

    // Ports that stay, each watched: without them the nodes would be so small that a buffer more is a tenth of them.
    private const int Kept = 30_000;

    // Withdrawn so many at a time; a message after them shows that the other node has heard of all.
    private const int Batch = 500;

    private readonly MemoryNetwork _network;
    private readonly Node _watcher;
    private readonly Node _owner;
    private readonly BarePort _echo;
    private readonly PortId _echoElsewhere;
    private readonly IDisposable[] _guards = new IDisposable[Batch];
    private readonly BarePort[] _kept;

    private RetentionScene(MemoryNetwork network, Node watcher, Node owner)
    {
        _network = network;
        _watcher = watcher;
        _owner = owner;
        _echo = owner.CreatePort();
        _echo.Rcv("echo", (PortId reply) => owner.Snd(reply, "echo"));
        _echoElsewhere = PortId.Parse(_echo.ToString());
        _kept = [.. Enumerable.Range(0, Kept).Select(_ => owner.CreatePort())];
        Array.ForEach(_kept, port => owner.Mon(PortId.Parse(port.ToString()), Ignore));
    }

    /// <summary>Does it all a few times, looks, does it all very often, and looks again.</summary>
    public static async Task<RetentionResult> PlayAsync(int monitors, int reconnects)
    {
        var network = new MemoryNetwork();
        await using Node watcher = await StartAsync(network, "watcher:1");
        await using Node owner = await StartAsync(network, "owner:1");
        var scene = new RetentionScene(network, watcher, owner);
        await scene.WatchAndWithdrawAsync(WarmMonitors);
        await scene.LoseAndReconnectAsync(WarmReconnects);
        long before = Reachable();
        await scene.WatchAndWithdrawAsync(monitors);
        await scene.LoseAndReconnectAsync(reconnects);

        // A connection that has carried much has larger buffers than one that has not. Those before had not.
        await scene.LoseAndReconnectAsync(WarmReconnects);
        var result = new RetentionResult(before, Reachable());
        GC.KeepAlive(scene);
        return result;
    }

    private static async Task<Node> StartAsync(MemoryNetwork network, string bind) =>
        await Node.StartAsync(new NodeOptions
        {
            Secret = Secret.FromText("the secret of two nodes in memory"),
            Transport = network.CreateTransport(),
            Binds = [bind],
        });

    // What finalizers let go of is gone with the second collection.
    private static long Reachable()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    // Of one port that lives on, of many that die while they are watched, and of many that die afterwards.
    private async Task WatchAndWithdrawAsync(int count)
    {
        for (int done = 0; done < count; done += Batch)
        {
            BarePort[] mortals = [.. Enumerable.Range(0, Batch / 2).Select(_ => _owner.CreatePort())];
            for (int index = 0; index < Batch; index++)
            {
                PortId port = index < mortals.Length ? PortId.Parse(mortals[index].ToString()) : _echoElsewhere;
                _guards[index] = _watcher.Mon(port, Ignore);
            }

            Array.ForEach(mortals[..(Batch / 4)], port => _owner.Kil(port));
            Array.ForEach(_guards, static guard => guard.Dispose());
            Array.ForEach(mortals[(Batch / 4)..], port => _owner.Kil(port));
            await EchoAsync();
        }
    }

    private async Task LoseAndReconnectAsync(int count)
    {
        for (int done = 0; done < count; done++)
        {
            var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watcher.Mon(_echoElsewhere, _ => fired.SetResult());
            await EchoAsync();
            _network.CutAll();
            await fired.Task.Bounded();
            await EchoAsync();
        }
    }

    private static void Ignore(Reason reason)
    {
    }

    private Task<Message> EchoAsync() => _watcher.Cal(_echoElsewhere, "echo").Bounded();
}
