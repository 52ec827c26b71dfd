using System.Buffers;
using Mp.CompilerServices;
using Mp.Links;
using Mp.TestKit;
using Mp.Transports;
using Mp.Wire;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Links;

public sealed class LinkConnectionTests
{
    private static readonly TransportEndPoint EndPoint = new("b", 1);

    private readonly LinkBench _dialling = new("a", "b:1");
    private readonly LinkBench _dialled = new("b:1", "a");
    private readonly MemoryNetwork _network = new();

    [Fact]
    public async Task WhatWaited_ArrivesBehindTheHandshake()
    {
        _dialling.Link.Send(Body("one"));
        _dialling.Link.Send(Body("two"));
        (_, LinkConnection dialled) = await OpenAsync();
        var all = new TaskCompletionSource();
        _dialled.OnReceived = message => (message.Tag == "two" ? all : null)?.SetResult();

        _ = dialled.ReceiveAsync(default);
        await all.Task.Bounded();

        Assert.Equal(["one", "two"], _dialled.Received);
    }

    [Fact]
    public async Task WindowThatIsFullOnlyForAMoment_LeavesNothingBehind()
    {
        // More than the window takes, in one go; and all that it took is handled as soon as it is delivered.
        string[] tags = [.. Enumerable.Range(0, 6).Select(static number => $"m{number}")];
        Array.ForEach(tags, tag => _dialling.Link.Send(Body(tag)));
        (_, LinkConnection dialled) = await OpenAsync();
        var all = new TaskCompletionSource();
        _dialled.OnReceived = message =>
        {
            _dialled.Window.Deliver(1);
            (message.Tag == tags[^1] ? all : null)?.SetResult();
        };
        _dialled.OnDelivered = static (window, unhandled) => window.Handle(unhandled);

        _ = dialled.ReceiveAsync(default);
        await all.Task.Bounded();

        Assert.Equal(tags, _dialled.Received);
    }

    [Fact]
    public async Task MessageThatAnotherLinkHasNoRoomFor_IsOfferedAgain_AndHoldsUpWhatCameAfterIt()
    {
        var room = new TaskCompletionSource();
        var isHeldUp = new TaskCompletionSource();
        _dialled.RoomFor = message =>
        {
            isHeldUp.TrySetResult();
            return message.Tag == "onward" && !room.Task.IsCompleted ? room.Task : null;
        };
        _dialling.Link.Send(Body("onward"));
        _dialling.Link.Send(Body("next"));
        (_, LinkConnection dialled) = await OpenAsync();
        var all = new TaskCompletionSource();
        _dialled.OnReceived = message => (message.Tag == "next" ? all : null)?.SetResult();

        _ = dialled.ReceiveAsync(default);
        await isHeldUp.Task.Bounded();
        Assert.Empty(_dialled.Received);
        room.SetResult();

        await all.Task.Bounded();
        Assert.Equal(["onward", "next"], _dialled.Received);
    }

    [Fact]
    public async Task EndOfAnEpoch_EndsTheWaitForRoomOnAnotherLink()
    {
        var isHeldUp = new TaskCompletionSource();
        _dialled.RoomFor = _ =>
        {
            isHeldUp.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        _dialling.Link.Send(Body("onward"));

        // No time passes, so nothing but the end can end it.
        (_, LinkConnection dialled) = await OpenAsync(_dialling, _dialled, new ManualTimeProvider());
        Task<string> receiving = dialled.ReceiveAsync(default);
        await isHeldUp.Task.Bounded();

        _dialled.End(_dialled.Link, dialled, "ended by the test");

        Assert.Equal("the connection was closed", await receiving.Bounded());
        Assert.Empty(_dialled.Received);
    }

    [Fact]
    public async Task WhatArrivedInAnEpoch_IsNotReceivedAfterItsEnd()
    {
        _dialling.Link.Send(Body("one"));
        _dialling.Link.Send(Body("two"));
        (_, LinkConnection dialled) = await OpenAsync();
        _dialled.OnReceived = _ => _dialled.End(_dialled.Link, dialled, "ended by the test");

        string text = await dialled.ReceiveAsync(default).Bounded();

        Assert.Equal("the connection was closed", text);
        Assert.Equal(["one"], _dialled.Received);
    }

    [Fact]
    public async Task WhatIsBeingDelivered_WhenItsEpochEnds_ComesBeforeAnythingOfTheNext()
    {
        _dialling.Link.Send(Body("old"));
        (_, LinkConnection former) = await OpenAsync();
        var isDelivering = new TaskCompletionSource();
        using var mayGoOn = new ManualResetEventSlim();
        var hasNew = new TaskCompletionSource();
        _dialled.OnReceived = message =>
        {
            if (message.Tag == "new")
            {
                hasNew.SetResult();
                return;
            }

            // Held up in the middle: this one is already noted.
            isDelivering.SetResult();
            mayGoOn.Wait();
            _dialled.Received.Add("old, to the end");
        };
        Task<string> old = Task.Run(() => former.ReceiveAsync(default));
        await isDelivering.Task.Bounded();
        _dialled.End(_dialled.Link, former, "ended by the test");
        var again = new LinkBench("a", "b:1");
        again.Link.Send(Body("new"));
        (_, LinkConnection present) = await OpenAsync(again, _dialled);

        Task<string> next = Task.Run(() => present.ReceiveAsync(default));
        Assert.False(_dialled.Link.FormerQuiet.IsCompleted);
        mayGoOn.Set();
        await old.Bounded();
        await hasNew.Task.Bounded();

        Assert.Equal(["old", "old, to the end", "new"], _dialled.Received);
        present.Abort();
        await next.Bounded();
    }

    [Fact]
    public async Task WaitForWhatIsBeingDelivered_IsNotHeldAgainstThePeer_AndCanBeCancelled()
    {
        // Of such a peer heartbeats are expected.
        PeerTraits traits = LinkFixture.Peer with { HeartbeatTimeout = TimeSpan.FromMinutes(1) };
        var dialling = new LinkBench("a", "b:1") { Traits = traits };
        dialling.Link.Send(Body("new"));
        _dialled.Link.Ended(new TaskCompletionSource().Task);
        (_, LinkConnection dialled) = await OpenAsync(dialling, _dialled);
        using var closing = new CancellationTokenSource();
        ConnectionOptions options = _dialled.Options();
        TimeSpan tick = options.WatchLimits.Tick;
        TimeSpan end = options.WatchLimits.HeartbeatTimeout + tick;
        TimeSpan start = options.Now;

        Task<string> receiving = dialled.ReceiveAsync(closing.Token);
        for (TimeSpan at = default; at <= end; at += tick)
        {
            dialled.Tick(start + at);
        }

        Assert.Same(dialled, _dialled.Link.Connection);
        await closing.CancelAsync();
        Assert.Equal("the connection was closed", await receiving.Bounded());
        Assert.Empty(_dialled.Received);
    }

    [Fact]
    public async Task HandshakeThatWaitsForTheEndOfAnEpoch_TakesNoLongerThanOthers()
    {
        var clock = new ManualTimeProvider();
        var former = new FakeConnection();
        _dialled.Link.TryAccept(former, new PlainFrames());
        _dialled.Link.End(former);
        _dialling.Link.Send(Body("one"));
        ITransport transport = _network.CreateTransport();
        await using ITransportListener listener = await transport.ListenAsync(EndPoint, default);
        ITransportConnection near = await transport.ConnectAsync(EndPoint, default);
        ITransportConnection far = await listener.AcceptAsync(default);
        var dialled = new LinkConnection(far, _dialled.Options(clock), _dialled, HandshakeRole.Acceptor);
        Task<Link?> dialling = new LinkConnection(near, _dialling.Options(), _dialling, HandshakeRole.Connector, _dialling.Link)
            .OpenAsync(default);
        Task<Link?> opening = dialled.OpenAsync(default);
        await _dialled.Found;

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(await opening.Bounded());
        Assert.Contains("the handshake took longer", dialled.FailureReason, StringComparison.Ordinal);
        Assert.Null(await dialling.Bounded());
    }

    [Fact]
    public async Task NonceOfAHandshakeThatGoesOn_IsKnownToAllConnections_AndForgottenAfterwards()
    {
        var nonces = new OutstandingNonces();
        ITransport transport = _network.CreateTransport();
        await using ITransportListener listener = await transport.ListenAsync(EndPoint, default);
        ITransportConnection near = await transport.ConnectAsync(EndPoint, default);
        await using ITransportConnection far = await listener.AcceptAsync(default);
        Task<Link?> opening = new LinkConnection(near, _dialling.Options(nonces: nonces), _dialling, HandshakeRole.Acceptor)
            .OpenAsync(default);
        using var reader = new StreamReader(far.Stream);
        await reader.ReadLineAsync().Bounded();
        string nonce = (await reader.ReadLineAsync().Bounded())!;

        bool isOutstanding = nonces.Contains(nonce);
        await far.DisposeAsync();
        await opening.Bounded();

        Assert.True(isOutstanding);
        Assert.False(nonces.Contains(nonce));
    }

    [Fact]
    public async Task MessageThatThePeerCannotBeTold_GivesUpWhatWaits_AtOnce()
    {
        _dialling.Link.Send(Body("one", double.NaN));
        LinkBench json = new("b:1", "a") { IsJsonOnly = true };

        await OpenAsync(json);

        Assert.Contains("JSON", await _dialling.Ended, StringComparison.Ordinal);
        Assert.Null(_dialling.Link.GiveUp(_dialling.Link.Attempt));
    }

    [Fact]
    public async Task StreamThatFailsInAnUnheardOfWay_ClosesTheConnection_AndLeavesTheLinkFree()
    {
        _dialling.Link.Send(Body("one"));
        var broken = new BrokenConnection();
        var connection = new LinkConnection(broken, _dialling.Options(), _dialling, HandshakeRole.Connector, _dialling.Link);

        Link? link = await connection.OpenAsync(default);

        Assert.Null(link);
        Assert.True(broken.IsDisposed);
        Assert.Contains("see its log", connection.FailureReason, StringComparison.Ordinal);
        Assert.Equal(
            [typeof(NotSupportedException), typeof(InvalidOperationException)],
            _dialling.Log.Entries.Select(static entry => entry.Exception?.GetType()));
    }

    [Fact]
    public async Task TransportThatFailsInAnUnheardOfWay_GivesUpTheAttempt()
    {
        _dialling.Link.Send(Body("one"));
        var dialler = new Dialler(new BrokenTransport(), _dialling.Options(), _dialling, _dialling, default);

        await dialler.RunAsync(_dialling.Link).Bounded();

        Assert.Contains("see its log", await _dialling.Ended, StringComparison.Ordinal);
    }

    private static byte[] Body(string tag, object? element = null)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        writer.WriteArrayHeader(3);
        writer.WriteString("port");
        writer.WriteString(tag);
        writer.WriteElement(element);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private Task<(LinkConnection Dialling, LinkConnection Dialled)> OpenAsync(LinkBench? other = null) =>
        OpenAsync(_dialling, other ?? _dialled);

    private async Task<(LinkConnection Dialling, LinkConnection Dialled)> OpenAsync(
        LinkBench own,
        LinkBench peer,
        TimeProvider? clockOfPeer = null)
    {
        ITransport transport = _network.CreateTransport();
        await using ITransportListener listener = await transport.ListenAsync(EndPoint, default);
        ITransportConnection near = await transport.ConnectAsync(EndPoint, default);
        ITransportConnection far = await listener.AcceptAsync(default);
        var dialling = new LinkConnection(near, own.Options(), own, HandshakeRole.Connector, own.Link);
        var dialled = new LinkConnection(far, peer.Options(clockOfPeer), peer, HandshakeRole.Acceptor);
        await Task.WhenAll(dialling.OpenAsync(default), dialled.OpenAsync(default)).Bounded();
        return (dialling, dialled);
    }

    private sealed class BrokenConnection : ITransportConnection
    {
        public Stream Stream { get; } = new MemoryStream([], writable: false);

        public TransportEndPoint RemoteEndPoint => EndPoint;

        public bool IsDisposed { get; private set; }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            throw new InvalidOperationException("disposing fails, too");
        }
    }

    private sealed class BrokenTransport : ITransport
    {
        public ValueTask<ITransportConnection> ConnectAsync(
            TransportEndPoint endPoint,
            CancellationToken cancellationToken) =>
            throw new InvalidOperationException("not what a transport may throw");

        public ValueTask<ITransportListener> ListenAsync(
            TransportEndPoint endPoint,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            new(true);

        public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
            int port,
            CancellationToken cancellationToken) => new([]);
    }
}
