using Mp.Links;
using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

public sealed class DiallerTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LinkBench _node = new("one:1", "two:2");

    [Fact]
    public async Task WhatTheDeadlineCutsShort_DoesNotHideWhyTheAttemptBeforeItFailed()
    {
        var transport = new DeafTransport("nobody answers there");
        Assert.Equal(LinkActionKind.Connect, _node.Link.Send([0x91, 0xA0]).Kind);
        Task dialling = new Dialler(transport, _node.Options(_clock), _node, _node, CancellationToken.None).RunAsync(_node.Link);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await transport.AskedAgain.Bounded();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("nobody answers there", await _node.Ended);
        await dialling.Bounded();
    }

    [Fact]
    public async Task NothingButTheDeadline_IsSaidToBeThat()
    {
        var transport = new DeafTransport(refusal: null);
        _node.Link.Send([0x91, 0xA0]);
        Task dialling = new Dialler(transport, _node.Options(_clock), _node, _node, CancellationToken.None).RunAsync(_node.Link);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("connect timeout", await _node.Ended);
        await dialling.Bounded();
    }

    [Fact]
    public async Task AttemptsThatAreGivenUp_AsTooMuchWaits_AreDialledForOnce()
    {
        var transport = new DeafTransport(refusal: null);
        _node.Link.Send([0x91, 0xA0]);
        Task dialling = new Dialler(transport, _node.Options(_clock), _node, _node, CancellationToken.None).RunAsync(_node.Link);

        for (int attempt = 0; attempt < 1000; attempt++)
        {
            Assert.NotNull(_node.Link.GiveUp(_node.Link.Attempt));
            _node.Link.Ended();
            Assert.Equal(LinkAction.None, _node.Link.Send([0x91, 0xA0]));
        }

        Assert.Equal(1, transport.Asked);
        Assert.NotNull(_node.Link.GiveUp(_node.Link.Attempt));
        _node.Link.Ended();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await dialling.Bounded();
        Assert.Equal(LinkAction.Connect, _node.Link.Send([0x91, 0xA0]));
    }

    [Fact]
    public async Task AttemptThatBeginsWhileSomebodyDials_HasItsTimeAllTheSame()
    {
        var transport = new DeafTransport(refusal: null);
        _node.Link.Send([0x91, 0xA0]);
        Task dialling = new Dialler(transport, _node.Options(_clock), _node, _node, CancellationToken.None).RunAsync(_node.Link);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.NotNull(_node.Link.GiveUp(_node.Link.Attempt));
        _node.Link.Ended();
        _node.Link.Send([0x91, 0xA0]);
        int attempt = _node.Link.Attempt;

        _clock.Advance(TimeSpan.FromSeconds(2));
        await transport.AskedTwice.Bounded();
        Assert.Equal(attempt, _node.Link.Attempt);
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("connect timeout", await _node.Ended);
        await dialling.Bounded();
    }

    [Fact]
    public async Task NodeThatEnds_GivesUpTheAttemptThatThereIs_WhicheverWasDialledFor()
    {
        using var ends = new CancellationTokenSource();
        var transport = new DeafTransport(refusal: null);
        _node.Link.Send([0x91, 0xA0]);
        Task dialling = new Dialler(transport, _node.Options(_clock), _node, _node, ends.Token).RunAsync(_node.Link);
        Assert.NotNull(_node.Link.GiveUp(_node.Link.Attempt));
        _node.Link.Ended();
        _node.Link.Send([0x91, 0xA0]);

        await ends.CancelAsync();

        Assert.Equal("the node has ended", await _node.Ended);
        await dialling.Bounded();
    }

    [Fact]
    public async Task LoggerThatThrows_DoesNotKeepTheNextAttemptFromBeingDialledFor()
    {
        ConnectionOptions options = _node.Options(_clock) with
        {
            Log = new RecordingLogger("", static _ => throw new IOException("the disk is full")),
        };
        var transport = new DeafTransport(refusal: null) { Bug = new InvalidOperationException("a bug") };
        _node.Link.Send([0x91, 0xA0]);

        await new Dialler(transport, options, _node, _node, CancellationToken.None).RunAsync(_node.Link).Bounded();

        Assert.Equal("an error of this program; see its log", await _node.Ended);
        Assert.Equal(LinkAction.Connect, _node.Link.Send([0x91, 0xA0]));
    }

    [Fact]
    public async Task BugWithASeedThatWasReached_EndsTheLink_AndIsLoggedAsOne()
    {
        var bug = new InvalidOperationException("a bug");
        var seed = new TransportEndPoint("two", 2);
        var peer = new LinkBench("two:2", "one:1");
        ITransport transport = new MemoryNetwork().CreateTransport();
        await using ITransportListener listener = await transport.ListenAsync(seed, default);
        Task<SeedVisit> visiting = new Dialler(transport, _node.Options(_clock), _node, _node, CancellationToken.None)
            .VisitAsync(seed, _ => throw bug);
        var dialled = new LinkConnection(
            await listener.AcceptAsync(default), peer.Options(), peer, HandshakeRole.Acceptor);
        await dialled.OpenAsync(default);

        SeedVisit visit = await visiting.Bounded();

        Assert.True(visit.WasUp);
        Assert.Equal("an error of this program; see its log", await _node.Ended);
        Assert.Equal([200, 205], _node.Log.Entries.Select(static entry => entry.Id));
        Assert.Same(bug, _node.Log.Entries[1].Exception);
    }

    // Refuses once, if it has a reason to; then it never answers.
    private sealed class DeafTransport(string? refusal) : ITransport
    {
        private readonly TaskCompletionSource _askedAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? _refusal = refusal;
        private readonly TaskCompletionSource _askedTwice = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public Exception? Bug { get; init; }

        public int Asked => _asked;

        public Task AskedTwice => _askedTwice.Task;

        public Task AskedAgain => _askedAgain.Task;

        public async ValueTask<ITransportConnection> ConnectAsync(TransportEndPoint endPoint, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _asked) == 2)
            {
                _askedTwice.TrySetResult();
            }

            if (Bug is not null)
            {
                throw Bug;
            }

            if (Interlocked.Exchange(ref _refusal, null) is { } reason)
            {
                throw new IOException(reason);
            }

            _askedAgain.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("An infinite delay has ended.");
        }

        public ValueTask<ITransportListener> ListenAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
            int port,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
