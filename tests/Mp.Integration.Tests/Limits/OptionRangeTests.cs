using System.Reflection;

namespace Mp.Integration.Tests.Limits;

/// <summary>What every limit is if nobody says anything, and how far it goes.</summary>
public sealed class OptionRangeTests
{
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;
    private const int GiB = 1024 * MiB;
    private const long Second = 1_000;
    private const long Minute = 60 * Second;

    public static TheoryData<string, long, long, long> Ranges => new()
    {
        { nameof(NodeOptions.MaxFrameBytes), 16 * MiB, KiB, GiB },
        { nameof(NodeOptions.MaxMessageDepth), 64, 2, 64 },
        { nameof(NodeOptions.MaxMessageValues), 65_536, 16, 16 * MiB },
        { nameof(NodeOptions.MaxReasonElements), 16, 2, KiB },
        { nameof(NodeOptions.MaxReasonBytes), 64 * KiB, 256, MiB },
        { nameof(NodeOptions.MaxConnectingMessages), 4_096, 1, MiB },
        { nameof(NodeOptions.MaxConnectingBytes), 4 * MiB, KiB, GiB },
        { nameof(NodeOptions.SoftQueuedBytes), MiB, KiB, GiB },
        { nameof(NodeOptions.MaxQueuedBytes), 16 * MiB, KiB, GiB },
        { nameof(NodeOptions.MaxTotalQueuedBytes), 256 * MiB, 64 * KiB, GiB },
        { nameof(NodeOptions.WriteTimeout), 10 * Second, 100, 10 * Minute },
        { nameof(NodeOptions.MaxUndeliveredMessages), 4_096, 2, MiB },
        { nameof(NodeOptions.PortBacklogWarning), 100_000, 1, GiB },
        { nameof(NodeOptions.MaxMonitorsPerLink), 100_000, 1, 100_000_000 },
        { nameof(NodeOptions.MaxKnownNodes), 10_000, 1, MiB },
        { nameof(NodeOptions.HeartbeatInterval), 2_500, 100, 10 * Minute },
        { nameof(NodeOptions.HeartbeatTimeout), 7_500, 200, 30 * Minute },
        { nameof(NodeOptions.FrameTimeout), 30 * Second, Second, 60 * Minute },
        { nameof(NodeOptions.MinFrameBytesPerSecond), 1_024, 0, GiB },
        { nameof(NodeOptions.FrameGrace), 5 * Second, 0, 60 * Minute },
        { nameof(NodeOptions.ConnectTimeout), 30 * Second, 100, 60 * Minute },
        { nameof(NodeOptions.ReconnectDelay), 200, 10, 10 * Minute },
        { nameof(NodeOptions.MaxReconnectDelay), 30 * Second, 10, 60 * Minute },
        { nameof(NodeOptions.CallTimeout), Minute, 100, 24 * 60 * Minute },
        { nameof(NodeOptions.ShutdownTimeout), 5 * Second, 0, 10 * Minute },
        { nameof(NodeOptions.HandshakeTimeout), 10 * Second, 100, 10 * Minute },
        { nameof(NodeOptions.MaxInboundConnections), 10_000, 1, MiB },
        { nameof(NodeOptions.MaxUnauthenticatedConnections), 128, 1, 65_536 },
        { nameof(NodeOptions.MaxUnauthenticatedPerAddress), 16, 1, 65_536 },
        { nameof(NodeOptions.MaxFailedAuthentications), 10, 1, MiB },
        { nameof(NodeOptions.FailedAuthenticationPenalty), 60 * Second, 0, 24 * 60 * Minute },
        { nameof(NodeOptions.TakeoverProbeTimeout), 2 * Second, 100, Minute },
        { nameof(NodeOptions.TakeoverInterval), Second, 0, 60 * Minute },
        { nameof(NodeOptions.MaxLogLinesPerSecond), 10, 1, MiB },
        { nameof(NodeOptions.MaxFamilyEntries), 1_000_000, 1, 100_000_000 },
        { nameof(NodeOptions.MaxSpawnedPortsPerPeer), 10_000, 1, MiB },
        { nameof(NodeOptions.MaxNestedRequests), 8, 0, KiB },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task Limit_HasItsDefault_AndItsRange(string name, long standard, long least, long most)
    {
        PropertyInfo option = typeof(NodeOptions).GetProperty(name)!;

        Assert.Equal(ValueOf(option, standard), option.GetValue(new NodeOptions()));
        await using Node low = await Node.StartAsync(WithRoomAround(option, least));
        await using Node high = await Node.StartAsync(WithRoomAround(option, most));
        foreach (long wrong in new[] { least - 1, most + 1 })
        {
            NodeOptions options = With(option, wrong);
            var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
                async () => await Node.StartAsync(options));
            Assert.Contains(name, Assert.Single(exception.Problems), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryLimit_IsInTheTableAbove()
    {
        IEnumerable<string> limits = typeof(NodeOptions).GetProperties()
            .Where(static option => option.PropertyType == typeof(int) || option.PropertyType == typeof(TimeSpan))
            .Select(static option => option.Name);

        Assert.Equal(limits.Order(), Ranges.Select(static row => (string)row[0]).Order());
    }

    [Fact]
    public async Task StartAsync_WithEveryLimitWrong_NamesThemAllAtOnce()
    {
        var options = new NodeOptions();
        foreach (object[] row in Ranges)
        {
            PropertyInfo option = typeof(NodeOptions).GetProperty((string)row[0])!;
            option.SetValue(options, ValueOf(option, -1));
        }

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await Node.StartAsync(options));

        Assert.Equal(Ranges.Count, exception.Problems.Count);
        Assert.All(Ranges, row => Assert.Contains((string)row[0], exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(NodeOptions.SoftQueuedBytes), 2 * KiB, nameof(NodeOptions.MaxQueuedBytes), 2 * KiB - 1)]
    [InlineData(nameof(NodeOptions.MaxQueuedBytes), 64 * MiB, nameof(NodeOptions.MaxTotalQueuedBytes), 64 * MiB - 1)]
    [InlineData(nameof(NodeOptions.ReconnectDelay), 500, nameof(NodeOptions.MaxReconnectDelay), 499)]
    [InlineData(nameof(NodeOptions.HeartbeatInterval), 3_000, nameof(NodeOptions.HeartbeatTimeout), 5_999)]
    public async Task OptionsThatContradictEachOther_AreRefused_AndBothNamed(
        string name,
        long value,
        string other,
        long tooLittle)
    {
        NodeOptions options = With(typeof(NodeOptions).GetProperty(name)!, value);
        PropertyInfo second = typeof(NodeOptions).GetProperty(other)!;
        second.SetValue(options, ValueOf(second, tooLittle));

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await Node.StartAsync(options));

        Assert.Contains(
            exception.Problems,
            problem => problem.Contains(name, StringComparison.Ordinal)
                && problem.Contains(other, StringComparison.Ordinal));
        second.SetValue(options, ValueOf(second, tooLittle + 1));
        await using Node node = await Node.StartAsync(With(typeof(NodeOptions).GetProperty(name)!, value, options));
    }

    [Fact]
    public void FastHeartbeats_AreHalfASecond_AndOneAndAHalf()
    {
        NodeOptions options = new NodeOptions().WithFastHeartbeats();

        Assert.Equal(TimeSpan.FromSeconds(0.5), options.HeartbeatInterval);
        Assert.Equal(TimeSpan.FromSeconds(1.5), options.HeartbeatTimeout);
    }

    // What an option must not contradict is moved out of its way.
    private static NodeOptions WithRoomAround(PropertyInfo option, long value)
    {
        var options = new NodeOptions();
        options = option.Name switch
        {
            nameof(NodeOptions.SoftQueuedBytes) => options with { MaxQueuedBytes = GiB, MaxTotalQueuedBytes = GiB },
            nameof(NodeOptions.MaxQueuedBytes) => options with { SoftQueuedBytes = KiB, MaxTotalQueuedBytes = GiB },
            nameof(NodeOptions.MaxTotalQueuedBytes) => options with { SoftQueuedBytes = KiB, MaxQueuedBytes = KiB },
            nameof(NodeOptions.HeartbeatInterval) => options with { HeartbeatTimeout = TimeSpan.FromMinutes(30) },
            nameof(NodeOptions.HeartbeatTimeout) => options with { HeartbeatInterval = TimeSpan.FromSeconds(0.1) },
            nameof(NodeOptions.ReconnectDelay) => options with { MaxReconnectDelay = TimeSpan.FromHours(1) },
            nameof(NodeOptions.MaxReconnectDelay) => options with { ReconnectDelay = TimeSpan.FromSeconds(0.01) },
            _ => options,
        };
        return With(option, value, options);
    }

    private static NodeOptions With(PropertyInfo option, long value, NodeOptions? options = null)
    {
        options ??= new NodeOptions();
        option.SetValue(options, ValueOf(option, value));
        return options;
    }

    private static object ValueOf(PropertyInfo option, long value) =>
        option.PropertyType == typeof(TimeSpan) ? TimeSpan.FromMilliseconds(value) : (int)value;
}
