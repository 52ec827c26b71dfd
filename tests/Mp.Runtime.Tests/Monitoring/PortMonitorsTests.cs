using Mp.Monitoring;

namespace Mp.Runtime.Tests.Monitoring;

public sealed class PortMonitorsTests
{
    private readonly PortMonitors _monitors = new();

    [Fact]
    public void Close_TakesWhatWasAddedAndNotRemoved_InOrder()
    {
        PortMonitor[] all = [Create(), Create(), Create()];
        Assert.All(all, monitor => Assert.True(_monitors.TryAdd(monitor)));

        _monitors.Remove(all[1]);

        Assert.Equal([all[0], all[2]], _monitors.Close());
    }

    [Fact]
    public void TryAdd_AfterClose_IsRefused()
    {
        _ = _monitors.Close();

        Assert.False(_monitors.TryAdd(Create()));
        Assert.Empty(_monitors.Close());
        _monitors.Remove(Create());
    }

    private static PortMonitor Create() => new((_, _) => { });
}
