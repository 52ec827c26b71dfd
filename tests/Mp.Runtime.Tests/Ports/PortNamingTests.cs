using Mp.Ports;

namespace Mp.Runtime.Tests.Ports;

/// <summary>Names, which ports get only when somebody asks, and the identities that IDs are of.</summary>
public sealed class PortNamingTests : IDisposable
{
    private readonly PortBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Port_WhoseIdWasNeverWrittenOut_HasNoNameAndIsInNoTable()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        PortBench.Send(cell, "a");
        _ = PortBench.Watch(cell);

        Assert.Empty(_bench.Host.Table.Snapshot());
    }

    [Fact]
    public void Port_WhoseIdWasWrittenOut_IsFoundByIt_UntilItDies()
    {
        PortCell cell = _bench.Create(new ScriptedPort());

        PortId id = PortId.Parse(cell.CurrentId.ToString());

        Assert.True(_bench.Host.Table.TryFind(id.PortName, out PortCell? found));
        Assert.Same(cell, found);
        Assert.Equal(cell.CurrentId, id);
        PortBench.Kill(cell);
        _bench.Run();
        Assert.False(_bench.Host.Table.TryFind(id.PortName, out _));
    }

    [Fact]
    public void Port_ThatIsNamedAfterItsDeath_EntersNoTable()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        PortBench.Kill(cell);
        _bench.Run();

        string name = cell.PortName;

        Assert.NotEmpty(name);
        Assert.Empty(_bench.Host.Table.Snapshot());
    }

    [Fact]
    public async Task Port_NamedByManyThreadsAtOnce_HasOneName()
    {
        for (int round = 0; round < 100; round++)
        {
            PortCell cell = _bench.Create(new ScriptedPort());
            using var start = new Barrier(3);

            string[] names = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait();
                return cell.PortName;
            })));

            Assert.Single(names.Distinct());
            Assert.True(_bench.Host.Table.TryFind(names[0], out PortCell? found));
            Assert.Same(cell, found);
        }
    }

    [Fact]
    public void Names_OfDifferentIncarnations_Differ()
    {
        var one = new PortNames([1, 2, 3]);
        var other = new PortNames([1, 2, 4]);

        string[] names = [one.Next(), one.Next(), other.Next(), other.Next()];

        Assert.Equal(4, names.Distinct().Count());
        Assert.All(names, name => Assert.Null(PortId.ProblemOfPortName(name)));
    }

    [Fact]
    public void Names_OfAThousandLives_AreAllDifferent_AndHaveSixteenRandomBytes()
    {
        const int Lives = 1_000;
        const int Ports = 1_000;
        var names = new HashSet<string>(Lives * Ports);
        for (int life = 0; life < Lives; life++)
        {
            var given = new PortNames(new NodeOptions().RandomBytes(PortNames.IncarnationBytes));
            for (int port = 0; port < Ports; port++)
            {
                names.Add(given.Next());
            }
        }

        Assert.Equal(Lives * Ports, names.Count);
        Assert.Equal(16, PortNames.IncarnationBytes);
    }

    [Fact]
    public void WellKnownName_ReachesThePort_UntilItDies()
    {
        PortCell cell = _bench.Create(new ScriptedPort());

        _bench.Host.Table.Register("clock", cell);

        Assert.True(_bench.Host.Table.TryFindWellKnown("clock", out PortCell? found));
        Assert.True(_bench.Host.Table.TryFind("clock", out _));
        Assert.Same(cell, found);
        PortBench.Kill(cell);
        _bench.Run();
        Assert.False(_bench.Host.Table.TryFindWellKnown("clock", out _));
    }

    [Fact]
    public void WellKnownName_RegisteredAgain_MovesToTheNewPort()
    {
        PortCell old = _bench.Create(new ScriptedPort());
        PortCell young = _bench.Create(new ScriptedPort());
        _bench.Host.Table.Register("clock", old);

        _bench.Host.Table.Register("clock", young);
        PortBench.Kill(old);
        _bench.Run();

        Assert.True(_bench.Host.Table.TryFindWellKnown("clock", out PortCell? found));
        Assert.Same(young, found);
    }

    [Fact]
    public void Port_RegisteredUnderAnotherName_LosesTheFirst()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        _bench.Host.Table.Register("clock", cell);

        _bench.Host.Table.Register("time", cell);

        Assert.False(_bench.Host.Table.TryFindWellKnown("clock", out _));
        Assert.True(_bench.Host.Table.TryFindWellKnown("time", out _));
    }

    [Fact]
    public void DeadPort_Registered_LeavesNoName()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        PortBench.Kill(cell);
        _bench.Run();

        _bench.Host.Table.Register("clock", cell);

        Assert.False(_bench.Host.Table.TryFindWellKnown("clock", out _));
    }

    [Fact]
    public void TakeOn_RetiresEarlierIds_AndCurrentIdIsRight()
    {
        var port = new ScriptedPort();
        PortCell cell = _bench.Create(port);
        PortId before = cell.CurrentId;
        string name = cell.PortName;

        NodeIdentity identity = _bench.Host.TakeOn("127.0.0.1:4040");

        Assert.True(cell.Identity.IsRetired);
        Assert.Equal($"private#{name}", before.ToString());
        Assert.Equal($"127.0.0.1:4040#{name}", cell.CurrentId.ToString());
        Assert.Equal(cell.CurrentId, port.Self);
        Assert.Same(cell.CurrentId.Address, cell.CurrentId.Address);
        Assert.Same(identity, Assert.IsType<LocalAlias>(cell.CurrentId.Address).Identity);
    }

    [Fact]
    public void TakeOn_Twice_GivesTheIdOfTheLastIdentity()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        _bench.Host.TakeOn("a:1");
        PortId middle = cell.CurrentId;

        _bench.Host.TakeOn("b:2");

        Assert.True(Assert.IsType<LocalAlias>(middle.Address).Identity.IsRetired);
        Assert.Equal("b:2", cell.CurrentId.NodeId);
    }

    [Fact]
    public void Port_CreatedAfterTakeOn_NeedsNoAlias()
    {
        _bench.Host.TakeOn("a:1");

        PortCell cell = _bench.Create(new ScriptedPort());

        Assert.Same(cell, cell.CurrentId.Address);
    }

    [Fact]
    public void Object_ThatIsAPortAlready_CannotBecomeAnother()
    {
        var port = new ScriptedPort();
        _bench.Create(port);

        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => _bench.Create(port));

        Assert.Contains(nameof(ScriptedPort), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_ThatIsNoPortYet_HasNoSelf() =>
        Assert.Throws<InvalidOperationException>(() => new ScriptedPort().Self);
}
