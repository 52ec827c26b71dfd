using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>What is not a genuine peer is shown out, with one line in the log, and nobody else notices.</summary>
public sealed class BadGreetingTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingLoggerFactory _log = new();
    private Node _node = null!;

    public static TheoryData<string> Names => [.. BadGreeting.All.Select(static bad => bad.Name)];

    public async Task InitializeAsync() => _node = await PublicNode.StartAsync(PublicNode.Options with
    {
        LoggerFactory = _log,
        HandshakeTimeout = TimeSpan.FromMinutes(1),

        // Every peer here has the same address, and each is to be looked at.
        MaxUnauthenticatedPerAddress = 1_000,
        MaxFailedAuthentications = 1_000,
        MaxLogLinesPerSecond = 1_000,
    });

    public async Task DisposeAsync() => await _node.DisposeAsync();

    public void Dispose() => _log.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadGreeting_ClosesTheConnection_WithOneLineInTheLog(string name)
    {
        BadGreeting bad = BadGreeting.All.Single(each => each.Name == name);
        using RawPeer peer = await RawPeer.ConnectAsync(_node);
        string[] lines = [await peer.ReadLineAsync(), await peer.ReadLineAsync()];

        await peer.SendAsync(bad.Bytes(lines));

        Assert.Equal("", await peer.ReadToEndAsync());
        await AssertOneLineAndServingAsync(peer.EndPoint, bad.Reason);
        Assert.DoesNotContain("xxxxxxxx", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NonceOfAnotherConnection_IsRefused()
    {
        using RawPeer first = await RawPeer.ConnectAsync(_node);
        await first.ReadLineAsync();
        string nonce = await first.ReadLineAsync();
        using RawPeer second = await RawPeer.ConnectAsync(_node);
        await second.ReadLineAsync();
        await second.ReadLineAsync();

        await second.SendAsync($"{RawPeer.Greeting()}\n{nonce}\n");

        Assert.Equal("", await second.ReadToEndAsync());
        await AssertOneLineAndServingAsync(second.EndPoint, "nonce");
    }

    [Fact]
    public async Task ConnectAndClose_IsOneLineInTheLog()
    {
        string endPoint;
        using (RawPeer peer = await RawPeer.ConnectAsync(_node))
        {
            endPoint = peer.EndPoint;
        }

        await AssertOneLineAndServingAsync(endPoint, "");
    }

    [Fact]
    public async Task HalfAGreetingThenTheEnd_IsOneLineInTheLog()
    {
        string endPoint;
        using (RawPeer peer = await RawPeer.ConnectAsync(_node))
        {
            endPoint = peer.EndPoint;
            await peer.SendAsync("aemp;1;raw-pe");
        }

        await AssertOneLineAndServingAsync(endPoint, "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("aemp;1;raw-pe")]
    [InlineData("aemp;1;raw-peer;hmac_sha3_512;json\na nonce\nhmac_sha3_512;")]
    public async Task Silence_DuringTheHandshake_IsClosedWhenItHasLastedTooLong(string beginning)
    {
        using var log = new RecordingLoggerFactory();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            LoggerFactory = log,
            HandshakeTimeout = TimeSpan.FromMilliseconds(100),
        });
        using RawPeer peer = await RawPeer.ConnectAsync(node);
        await peer.SendAsync(beginning);

        string said = await peer.ReadToEndAsync();

        Assert.DoesNotContain("hmac_sha3_512;", said.Split('\n')[^1], StringComparison.Ordinal);
        LogEntry line = Assert.Single(await log.WaitForAsync(LogId.Refused));
        Assert.Contains("longer than", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyBadPeersAtOnce_AreAllShownOut()
    {
        const int Count = 100;

        await Parallel.ForEachAsync(Enumerable.Range(0, Count), async (number, _) =>
        {
            BadGreeting bad = BadGreeting.All[number % BadGreeting.All.Count];
            using RawPeer peer = await RawPeer.ConnectAsync(_node);
            string[] lines = [await peer.ReadLineAsync(), await peer.ReadLineAsync()];
            await peer.SendAsync(bad.Bytes(lines));
            Assert.Equal("", await peer.ReadToEndAsync());
        });

        await _log.WaitForAsync(LogId.Refused, Count);
        await GenuinePeer.ExchangeAsync(_node);
        Assert.Equal(Count, _log[LogId.Refused].Count);
    }

    private async Task AssertOneLineAndServingAsync(string endPoint, string reason)
    {
        await _log.WaitForAsync(LogId.Refused);
        await GenuinePeer.ExchangeAsync(_node);
        string line = Assert.Single(_log[LogId.Refused]).Text;
        Assert.Contains(endPoint, line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Matches("was refused: .{10,}", line);
        Assert.DoesNotContain(PublicNode.SecretText, _log.Text, StringComparison.Ordinal);
    }
}
