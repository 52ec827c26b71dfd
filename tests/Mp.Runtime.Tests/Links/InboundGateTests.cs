using Mp.Links;
using Mp.Telemetry;

namespace Mp.Runtime.Tests.Links;

public sealed class InboundGateTests
{
    private static readonly InboundLimits Limits = new()
    {
        MaxConnections = 5,
        MaxUnauthenticated = 3,
        MaxUnauthenticatedPerAddress = 2,
        MaxFailures = 3,
        Penalty = TimeSpan.FromSeconds(60),
    };

    private readonly InboundGate _gate = new(Limits);
    private TimeSpan _now = TimeSpan.FromSeconds(100);

    [Fact]
    public void Connections_BeyondTheTotal_AreRefused_EvenIfAuthenticated()
    {
        for (int count = 0; count < Limits.MaxConnections; count++)
        {
            Assert.Null(Enter($"{count}"));
            _gate.Authenticated($"{count}", _now);
        }

        Assert.Equal(Limit.MaxInboundConnections, Enter("one more"));
        _gate.Leave();
        Assert.Null(Enter("one more"));
    }

    [Fact]
    public void Unauthenticated_AreBoundedInAll_AndByAddress()
    {
        Assert.Null(Enter("a"));
        Assert.Null(Enter("a"));
        Assert.Equal(Limit.MaxUnauthenticatedPerAddress, Enter("a"));
        Assert.Null(Enter("b"));
        Assert.Equal(Limit.MaxUnauthenticatedConnections, Enter("c"));

        _gate.Authenticated("a", _now);

        Assert.Null(Enter("a"));
    }

    [Fact]
    public void AddressThatFailsTooOften_IsRefused_ForTheTimeOfThePenalty()
    {
        FailToAuthenticate("a", Limits.MaxFailures);

        Assert.Equal(Limit.MaxFailedAuthentications, Enter("a"));
        Assert.Null(Enter("b"));
        _now += Limits.Penalty - TimeSpan.FromTicks(1);
        Assert.Equal(Limit.MaxFailedAuthentications, Enter("a"));
        _now += TimeSpan.FromTicks(1);
        Assert.Null(Enter("a"));
    }

    [Fact]
    public void FailuresOfMoreThanAMinuteAgo_DoNotCount()
    {
        FailToAuthenticate("a", Limits.MaxFailures - 1);
        _now += TimeSpan.FromMinutes(1);

        FailToAuthenticate("a", Limits.MaxFailures - 1);

        Assert.Null(Enter("a"));
    }

    [Fact]
    public void ConnectionsThatCloseWithoutTrying_AreNoFailures()
    {
        for (int count = 0; count < 100; count++)
        {
            Assert.Null(Enter("a"));
            _gate.Fail("a", _now, isForged: false);
            _gate.Leave();
        }
    }

    [Fact]
    public void Addresses_AreForgotten_OnceThereIsNothingToRemember()
    {
        Enter("a");
        _gate.Authenticated("a", _now);
        Assert.Equal(0, _gate.AddressCount);

        for (int address = 0; address < 30_000; address++)
        {
            FailToAuthenticate($"{address}", 1);
        }

        Assert.InRange(_gate.AddressCount, 1, 10_000);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002/64")]
    [InlineData("2001:db8:1:2::", "20010db800010002/64")]
    [InlineData("memory", "memory")]
    public void Address_OfIpv6_IsItsNetwork(string host, string address) =>
        Assert.Equal(address, InboundGate.AddressOf(host));

    private Limit? Enter(string address) => _gate.Enter(address, _now);

    private void FailToAuthenticate(string address, int times)
    {
        for (int count = 0; count < times; count++)
        {
            Assert.Null(Enter(address));
            _gate.Fail(address, _now, isForged: true);
            _gate.Leave();
        }
    }
}
