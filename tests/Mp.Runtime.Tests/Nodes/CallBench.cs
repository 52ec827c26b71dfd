using System.Runtime.CompilerServices;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A node whose ports run, and whose time passes, when the test says so, and a port to call.</summary>
internal sealed class CallBench : IAsyncDisposable
{
    private readonly ManualScheduler _scheduler = new();
    private readonly List<WeakReference> _replyPorts = [];

    public CallBench(bool serializeLocal = false)
    {
        var options = new NodeOptions
        {
            Scheduler = _scheduler,
            TimeProvider = Clock,
            SerializeLocal = serializeLocal,
        };
#pragma warning disable VSTHRD002, CA2012 // A node that is private is there at once.
        Node = Node.StartAsync(options).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, CA2012
        Node.Unmatched += Dropped.Add;
        Called = Node.CreatePort();
    }

    public ManualTimeProvider Clock { get; } = new();

    public Node Node { get; }

    /// <summary>The port to call.</summary>
    public BarePort Called { get; }

    public List<UnmatchedMessage> Dropped { get; } = [];

    /// <summary>Whether a port for an answer, of those noted, is still held by anything.</summary>
    public bool HoldsAnyReplyPort
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            return _replyPorts.Exists(static port => port.IsAlive);
        }
    }

    /// <summary>Notes a port for an answer. It gets a name, as if its ID had been written down.</summary>
    public void NoteReplyPort(PortId port)
    {
        _ = port.ToString();
        _replyPorts.Add(new WeakReference(port.Address));
    }

    /// <summary>Lets ports run until they have nothing to do.</summary>
    public void Run() => _scheduler.RunUntilIdle();

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
