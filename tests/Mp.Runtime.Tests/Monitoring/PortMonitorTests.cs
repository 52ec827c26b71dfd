using Mp.Monitoring;

namespace Mp.Runtime.Tests.Monitoring;

public sealed class PortMonitorTests
{
    private readonly List<Reason> _fired = [];

    [Fact]
    public void Fire_Twice_FiresOnceWithTheFirstReason()
    {
        PortMonitor monitor = Create();

        monitor.Fire(new Reason("first"));
        monitor.Fire(new Reason("second"));

        Assert.Equal("first", Assert.Single(_fired).Word);
    }

    [Fact]
    public void Fire_AfterDispose_DoesNothing()
    {
        PortMonitor monitor = Create();

        monitor.Dispose();
        monitor.Fire(Reason.Normal);

        Assert.Empty(_fired);
        Assert.False(monitor.TryBeginCallback());
    }

    [Fact]
    public void Callback_ThatIsDue_BeginsOnce()
    {
        PortMonitor monitor = Create();
        monitor.Fire(Reason.Normal);

        Assert.True(monitor.TryBeginCallback());
        Assert.False(monitor.TryBeginCallback());
    }

    [Fact]
    public void Callback_BeforeAnythingFired_DoesNotBegin() => Assert.False(Create().TryBeginCallback());

    [Fact]
    public void Dispose_BetweenFireAndCallback_KeepsTheCallbackFromBeginning()
    {
        PortMonitor monitor = Create();
        monitor.Fire(Reason.Normal);

        monitor.Dispose();

        Assert.False(monitor.TryBeginCallback());
    }

    [Fact]
    public void Dispose_Repeated_TakesTheMonitorOffOnce()
    {
        PortMonitor monitor = Create();
        int removed = 0;
        monitor.OnDisposed(_ => removed++);

        monitor.Dispose();
        monitor.Dispose();

        Assert.Equal(1, removed);
    }

    [Fact]
    public void Dispose_AfterItFired_TakesNothingOff()
    {
        PortMonitor monitor = Create();
        int removed = 0;
        monitor.OnDisposed(_ => removed++);

        monitor.Fire(Reason.Normal);
        monitor.Dispose();

        Assert.Equal(0, removed);
    }

    [Fact]
    public async Task FireAndDispose_AtTheSameTime_ExactlyOneWins()
    {
        for (int round = 0; round < 2000; round++)
        {
            int fired = 0;
            int removed = 0;
            var monitor = new PortMonitor((_, _) => fired++);
            monitor.OnDisposed(_ => removed++);

            Task firing = Task.Run(() => monitor.Fire(Reason.Normal));
            monitor.Dispose();
            await firing;

            Assert.Equal(1, fired + removed);
            Assert.False(monitor.TryBeginCallback());
        }
    }

    private PortMonitor Create() => new((_, reason) => _fired.Add(reason));
}
