using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>What is counted and logged of families that are too large, between two global nodes.</summary>
public sealed class FamilyLimitTests : IDisposable
{
    private const int EntriesRefused = 211;
    private const int RequestFailed = 210;
    private const int LinesLeftOut = 208;

    private readonly RecordingLoggerFactory _log = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly MemoryNetwork _network = new();

    [Fact]
    public async Task EntriesBeyondTheLimit_AreCountedEachTime_AndLoggedOnce()
    {
        const int Entries = 10;
        using var reached = new LimitCount(nameof(NodeOptions.MaxFamilyEntries));
        await using Node full = await StartAsync("full:0", options => options with { MaxFamilyEntries = 1 });
        await using Node other = await StartAsync("other:0", static options => options with
        {
            LoggerFactory = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
        });
        await AskAsync(full, other);

        for (int number = 0; number < Entries; number++)
        {
            other.Families.Set("family", $"key {number}", number);
        }

        await AskAsync(other, full);

        Assert.InRange(reached.Count, Entries, int.MaxValue);
        Assert.Contains("MaxFamilyEntries", Assert.Single(_log[EntriesRefused]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestsThatCantBeSent_AreLoggedUpToTheLimitASecond_AndTheRestCounted()
    {
        const int Lines = 3;
        const int Entries = 10;
        await using Node other = await StartAsync("other:0", static options => options with
        {
            LoggerFactory = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
        });
        await using Node node = await StartAsync(
            "node:0", options => options with { MaxFrameBytes = 4096, MaxLogLinesPerSecond = Lines });
        await AskAsync(node, other);
        _clock.Advance(TimeSpan.FromSeconds(2));

        for (int number = 0; number < Entries; number++)
        {
            node.Families.Set("family", $"key {number}", new string('x', 5000));
        }

        Assert.Equal(Lines, _log[RequestFailed].Count);
        Assert.Empty(_log[LinesLeftOut]);
        _clock.Advance(TimeSpan.FromSeconds(2));
        node.Families.Set("family", "last", new string('x', 5000));

        Assert.Equal(Lines + 1, _log[RequestFailed].Count);
        Assert.Contains(
            $"{Entries - Lines} more lines", Assert.Single(_log[LinesLeftOut]).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _log.Dispose();

    // What was sent before has been handled then.
    private static Task<Message> AskAsync(Node node, Node other) => node.Cal(PortId.Parse($"{other.Id}#"), "time").Bounded();

    private Task<Node> StartAsync(string bind, Func<NodeOptions, NodeOptions> change) => TwoNodes.StartAsync(
        change(new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            IsGlobal = true,
            LoggerFactory = _log,
            TimeProvider = _clock,
        }),
        _network,
        bind);
}
