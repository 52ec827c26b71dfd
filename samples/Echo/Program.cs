using System.Runtime.InteropServices;
using Echo;

// A node for conformance tests: it says READY and its port, and does what clients of any language tell it.
if (args is ["--help"])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

try
{
    return await RunAsync(Options.Parse(args));
}
catch (Exception exception) when (exception is FormatException or ArgumentException or NodeConfigurationException)
{
    await Console.Error.WriteLineAsync($"echo: {exception.Message}\n{Options.Usage}");
    return 2;
}

static async Task<int> RunAsync(Options options)
{
    await using Node node = await Node.StartAsync(options.Node, prepared =>
    {
        prepared.RegisterSpawn(options.SpawnName, request => Spawn(prepared, request));
        prepared.RegisterFunction("AempPeer::call", call => Reply(prepared, call.Arguments, "called", call.Source));
        prepared.NodeUp += static id => EventLines.Write("NODEUP", id);
        prepared.NodeDown += static (id, reason) => EventLines.Write("NODEDOWN", id, JsonText.Of(reason));
    });
    PortId port = node.CreatePort(new EchoPort());
    node.Register(options.Group, port);
    using IDisposable membership = node.Groups.Register(options.Group, port);
    using IDisposable watch = node.Groups.Watch(options.Group, static change =>
        EventLines.Write("GRP", change.Group, JsonText.Of(change.Members.Cast<object?>())));
    EventLines.Begin("READY", port);
    await EndAsync(options.Time);
    return 0;
}

// The reply goes out before the port's first message comes in: it is made in its own turn.
static EchoPort Spawn(Node node, SpawnRequest request)
{
    Reply(node, request.Arguments, "spawned", request.Port);
    return new EchoPort();
}

// Arguments begin with the port to answer, and go back to it after what is said.
static void Reply(Node node, Message arguments, params ReadOnlySpan<object?> said)
{
    if (arguments.TryGet(0, out PortId reply))
    {
        node.Snd(reply, [.. said, .. Enumerable.Range(1, arguments.Count - 1).Select(index => arguments[index])]);
    }
}

static async Task EndAsync(TimeSpan time)
{
    var ended = new TaskCompletionSource();
    using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    await Task.WhenAny(ended.Task, Task.Delay(time));

    void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        ended.TrySetResult();
    }
}
