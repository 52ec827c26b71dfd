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
        { nameof(NodeOptions.MaxConnectingMessages), 4_096, 1, MiB },
        { nameof(NodeOptions.MaxConnectingBytes), 4 * MiB, KiB, GiB },
        { nameof(NodeOptions.MaxQueuedBytes), 16 * MiB, KiB, GiB },
        { nameof(NodeOptions.MaxUnauthenticatedConnections), 128, 1, 65_536 },
        { nameof(NodeOptions.HandshakeTimeout), 10 * Second, 100, 10 * Minute },
        { nameof(NodeOptions.ConnectTimeout), 30 * Second, 100, 60 * Minute },
        { nameof(NodeOptions.ShutdownTimeout), 5 * Second, 0, 10 * Minute },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task Limit_HasItsDefault_AndItsRange(string name, long standard, long least, long most)
    {
        PropertyInfo option = typeof(NodeOptions).GetProperty(name)!;

        Assert.Equal(ValueOf(option, standard), option.GetValue(new NodeOptions()));
        await using Node low = await Node.StartAsync(With(option, least));
        await using Node high = await Node.StartAsync(With(option, most));
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

    private static NodeOptions With(PropertyInfo option, long value)
    {
        var options = new NodeOptions();
        option.SetValue(options, ValueOf(option, value));
        return options;
    }

    private static object ValueOf(PropertyInfo option, long value) =>
        option.PropertyType == typeof(TimeSpan) ? TimeSpan.FromMilliseconds(value) : (int)value;
}
