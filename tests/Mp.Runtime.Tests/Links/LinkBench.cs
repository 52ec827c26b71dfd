using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;
using Mp.Links;
using Mp.TestKit;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

/// <summary>What a node is to its connections: one link to a peer, and an account of what was called.</summary>
internal sealed class LinkBench : ILinkEvents, IInbound, IAddressBook
{
    private static readonly LinkLimits Limits = LinkFixture.Limits with
    {
        MaxConnectingMessages = 100,
        MaxConnectingBytes = 10_000,
        SoftQueuedBytes = 1_000,
        MaxQueuedBytes = 10_000,
    };

    private readonly string _nodeId;
    private ReceiveWindow? _window;
    private int _unhandled;
    private readonly TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LinkBench(string nodeId, string peerId)
    {
        _nodeId = nodeId;
        Link = LinkFixture.Create(nodeId, peerId, Limits);
    }

    public Link Link { get; }

    /// <summary>The tags of what has arrived.</summary>
    public List<string?> Received { get; } = [];

    /// <summary>Called for each message that arrives.</summary>
    public Action<WireMessage> OnReceived { get; set; } = static _ => { };

    /// <summary>Called when nothing is to be held back any longer, with how many messages were not handled by then.</summary>
    public Action<ReceiveWindow, int> OnDelivered { get; set; } = static (_, _) => { };

    /// <summary>Counts what waits for its turn, of the connection that was opened last.</summary>
    public ReceiveWindow Window => _window!;

    /// <summary>What has to complete before a message is taken, if anything has.</summary>
    public Func<WireMessage, Task?> RoomFor { get; set; } = static _ => null;

    /// <summary>Completes when a connection is about to ask the link to be let in.</summary>
    public Task Found => _found.Task.Bounded();

    /// <summary>Why the link ended or was given up.</summary>
    public Task<string> Ended => _ended.Task.Bounded();

    /// <summary>Whether the node lists JSON only.</summary>
    public bool IsJsonOnly { get; init; }

    /// <summary>What the node says of itself beyond what all do.</summary>
    public PeerTraits Traits { get; init; } = LinkFixture.Peer;

    /// <summary>What the node knows.</summary>
    public Secret Secret { get; init; } = Secret.FromText("a secret for these tests");

    public RecordingLoggerFactory Log { get; } = new();

    public ConnectionOptions Options(TimeProvider? clock = null, OutstandingNonces? nonces = null) => new()
    {
        Handshake = new HandshakeSettings
        {
            NodeId = _nodeId,
            Secret = Secret,
            Framings = IsJsonOnly ? ["json"] : Framings.Names,
            Keys = ["provider=Test-1", "mproto=1", .. Traits.ToKeys()],
        },
        Nonces = nonces ?? new OutstandingNonces(),
        Tls = null,
        ChecksCertificateNames = true,
        Limits = new WireLimits(),
        WatchLimits = new NodeOptions().LinkWatchLimits,
        MaxUndeliveredMessages = 4,
        TakeoverProbeTimeout = TimeSpan.FromSeconds(2),
        ReconnectDelay = TimeSpan.FromMilliseconds(200),
        MaxReconnectDelay = TimeSpan.FromSeconds(30),
        LogLimiter = new LogLimiter(100),
        HandshakeTimeout = TimeSpan.FromSeconds(10),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        TimeProvider = clock ?? TimeProvider.System,
        Scheduler = PortScheduler.ThreadPool,
        RandomBytes = System.Security.Cryptography.RandomNumberGenerator.GetBytes,
        Log = Log.CreateLogger(_nodeId),
    };

    public ValueTask<IReadOnlyList<string>> FindAsync(string nodeId, CancellationToken cancellationToken) => new([]);

    public void Up(Link link, ILinkConnection connection, PeerTraits peer)
    {
    }

    public Link FindLink(string nodeId)
    {
        _found.TrySetResult();
        return Link;
    }

    public void Act(Link link, LinkAction action) => action.Connection?.RequestFlush();

    public IInbound Open(Link link, ReceiveWindow window, ElementDialect dialect)
    {
        _window = window;
        return this;
    }

    public void Deliver()
    {
        OnDelivered(_window!, _unhandled);
        _unhandled = 0;
    }

    public int PortSteps => 0;

    public void StopWaiting() => RoomFor = static _ => null;

    public bool TryReceive(in Frame frame, ReadOnlyMemory<byte>? elements, [NotNullWhen(false)] out HoldUp? holdUp)
    {
        var message = new WireMessage(frame.Elements.ToArray(), frame.Count);
        holdUp = RoomFor(message) is { } room ? new HoldUp(Link, room) : null;
        if (holdUp is not null)
        {
            return false;
        }

        _unhandled++;
        Received.Add(message.Tag);
        OnReceived(message);
        return true;
    }

    public void End(Link link, ILinkConnection connection, string text) => Finish(link.End(connection), text);

    public void GiveUp(Link link, int attempt, string text) => Finish(link.GiveUp(attempt), text);

    private void Finish(EpochEnd? end, string text)
    {
        if (end is not null)
        {
            end.Connection?.Abort();
            Link.Ended(end.Connection?.WhenQuiet());
            _ended.TrySetResult(text);
        }
    }
}
