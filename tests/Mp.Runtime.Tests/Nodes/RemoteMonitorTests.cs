using Mp.Ports;
using Mp.Runtime.Tests.CompilerServices;
using Mp.TestKit;
using Mp.Transports;

namespace Mp.Runtime.Tests.Nodes;

public sealed class RemoteMonitorTests
{
    [Fact]
    public async Task Kil_OfARemotePort_TellsItsMonitorTheReason()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId id = nodes.Second.CreatePort(new RecordingPort());
        var fired = new TaskCompletionSource<Reason>();

        nodes.First.Mon(id, fired.SetResult);
        nodes.First.Kil(id, "enough", 42);

        Assert.Equal(new Reason("enough", 42L), await fired.Task.Bounded());
    }

    [Theory]
    [MemberData(nameof(ReasonsThatCannotTravel))]
    public async Task Kil_WithAReasonThatCannotTravel_TellsTheWord(object broken)
    {
        Fragile.Register();
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        var fired = new TaskCompletionSource<Reason>();
        nodes.First.Mon(id, fired.SetResult);
        nodes.First.Snd(id, "watched");
        await port.WaitForAsync(1);

        nodes.Second.Kil(id, "enough", broken);

        Assert.Equal(new Reason("enough", "the rest of the reason can't travel"), await fired.Task.Bounded());
    }

    public static TheoryData<object> ReasonsThatCannotTravel() =>
    [
        new object(),
        new Fragile("broken"),
        Enumerable.Range(0, 1).Select(static int (_) => throw new InvalidOperationException("it broke")),
    ];

    [Fact]
    public async Task Kil_AfterMessages_LetsThemArriveFirst()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        var fired = new TaskCompletionSource<Reason>();

        nodes.First.Mon(id, fired.SetResult);
        nodes.First.Snd(id, "one");
        nodes.First.Snd(id, "two");
        nodes.First.Kil(id);
        nodes.First.Snd(id, "late");

        Assert.True((await fired.Task.Bounded()).IsNormal);
        Assert.Equal(2, port.Messages.Count);
    }

    [Fact]
    public async Task Mon_OfAnUnknownPort_FiresNoSuchPort()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var fired = new TaskCompletionSource<Reason>();

        nodes.First.Mon(PortId.Parse($"{nodes.Second.Id}#nobody"), fired.SetResult);

        Assert.Equal("no_such_port", (await fired.Task.Bounded()).Word);
    }

    [Fact]
    public async Task CutConnection_FiresEveryMonitorOfTheNodeOnce()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        PortId other = nodes.Second.CreatePort(new RecordingPort());
        int firings = 0;
        var first = new TaskCompletionSource<Reason>();
        var second = new TaskCompletionSource<Reason>();
        var node = new TaskCompletionSource<Reason>();
        nodes.First.Mon(id, reason => Count(first, reason));
        nodes.First.Mon(other, reason => Count(second, reason));
        nodes.First.Mon(nodes.Second.Port, reason => Count(node, reason));
        nodes.First.Snd(id, "hello");
        await port.WaitForAsync(1);

        nodes.Network.CutAll();

        foreach (TaskCompletionSource<Reason> fired in new[] { first, second, node })
        {
            Reason reason = await fired.Task.Bounded();
            Assert.Equal("transport_error", reason.Word);
            Assert.Equal(nodes.Second.Id, reason[1]);
        }

        // A new epoch has monitors of its own only: the death of the port fires nothing any more.
        nodes.First.Snd(id, "again");
        await port.WaitForAsync(2);
        var dead = new TaskCompletionSource<Reason>();
        nodes.First.Mon(id, dead.SetResult);
        nodes.First.Kil(id);
        await dead.Task.Bounded();
        Assert.Equal(3, firings);

        void Count(TaskCompletionSource<Reason> fired, Reason reason)
        {
            Interlocked.Increment(ref firings);
            fired.SetResult(reason);
        }
    }

    [Fact]
    public async Task Mon_OfANodeThatCannotBeReached_FiresTransportError()
    {
        var clock = new ManualTimeProvider();
        await using TwoNodes nodes = await TwoNodes.StartAsync(options => options with { TimeProvider = clock });
        PortId id = nodes.Second.CreatePort(new RecordingPort());
        nodes.Network.Refuse(new TransportEndPoint("second", int.Parse(nodes.Second.Id.Split(':')[1])));
        var fired = new TaskCompletionSource<Reason>();

        nodes.First.Mon(id, fired.SetResult);
        while (!fired.Task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("transport_error", (await fired.Task).Word);
    }

    [Fact]
    public async Task Mon_OfAnIdThatNobodyCanDial_FiresNoKnownAddress()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var fired = new TaskCompletionSource<Reason>();

        nodes.First.Mon(PortId.Parse("somebody#port"), fired.SetResult);

        Assert.Equal(new Reason("transport_error", "somebody", "no known address"), await fired.Task.Bounded());
    }

    [Fact]
    public async Task DisposedMonitor_DoesNotFire()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId id = nodes.Second.CreatePort(new RecordingPort());
        bool hasFired = false;
        var other = new TaskCompletionSource<Reason>();
        IDisposable monitor = nodes.First.Mon(id, _ => hasFired = true);
        nodes.First.Mon(id, other.SetResult);

        monitor.Dispose();
        nodes.First.Kil(id);

        await other.Task.Bounded();
        Assert.False(hasFired);
    }

    [Fact]
    public async Task Link_AcrossNodes_KillsOnAbnormalDeathOnly()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId remote = nodes.Second.CreatePort(new RecordingPort());
        PortId local = nodes.First.CreatePort(new RecordingPort());
        var fired = new TaskCompletionSource<Reason>();
        nodes.First.Mon(local, fired.SetResult);

        nodes.First.Mon(remote, local);
        nodes.First.Kil(remote, "broken");

        Assert.Equal(new Reason("broken"), await fired.Task.Bounded());
    }

    [Fact]
    public async Task Mon_WithAMessage_SendsItAndTheReason()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId remote = nodes.Second.CreatePort(new RecordingPort());
        var supervisor = new RecordingPort();
        PortId target = nodes.First.CreatePort(supervisor);

        nodes.First.Mon(remote, target, "restart", 7);
        nodes.First.Kil(remote, "broken");

        Assert.Equal(["restart", 7, "broken"], Assert.Single(await supervisor.WaitForAsync(1)));
    }

    [Fact]
    public async Task MonitorThatCannotBeTold_KeepsNoOtherFromFiring_AndTheLinkLivesAgain()
    {
        var scheduler = new FailingScheduler();
        await using TwoNodes nodes = await TwoNodes.StartAsync(options => options with { Scheduler = scheduler });
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        var fired = new TaskCompletionSource<Reason>();
        nodes.First.Mon(id, static _ => { });
        nodes.First.Mon(id, fired.SetResult);
        nodes.First.Snd(id, "hello");
        await port.WaitForAsync(1);

        scheduler.FailsOnce = true;
        nodes.Network.CutAll();

        Assert.Equal("transport_error", (await fired.Task.Bounded()).Word);
        nodes.First.Snd(id, "again");
        Assert.Equal(["again"], (await port.WaitForAsync(2))[1]);
    }

    private sealed class FailingScheduler : PortScheduler
    {
        private int _fails;

        public bool FailsOnce
        {
            set => Volatile.Write(ref _fails, value ? 1 : 0);
        }

        public override void Schedule(IThreadPoolWorkItem work)
        {
            if (work is CallbackWorkItem && Interlocked.Exchange(ref _fails, 0) == 1)
            {
                throw new InvalidOperationException("no room for a callback");
            }

            ThreadPool.Schedule(work);
        }
    }
}
