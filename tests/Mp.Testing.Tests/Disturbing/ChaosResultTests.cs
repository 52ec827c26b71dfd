using Mp.Torture.Chaos;

namespace Mp.Testing.Tests.Disturbing;

/// <summary>What a run of many processes has recorded is judged, and what is not as promised is found.</summary>
public sealed class ChaosResultTests
{
    private const string Sender = "n1:1#a";
    private const string Receiver = "n2:1#b";

    private readonly List<HistoryRecord> _records = [];

    [Fact]
    public void NothingWrong_IsFine()
    {
        Begin();
        Send(1);
        Deliver(1);
        Add("n1", HistoryKind.Down, peer: "n2");
        Add("n1", HistoryKind.Fire, sequence: 5, data: "transport_error");

        Assert.Empty(Judge());
    }

    [Fact]
    public void Hole_BeforeTheMonitorFired_IsFound()
    {
        Begin();
        Send(1);
        Send(2);
        Deliver(2);
        Add("n1", HistoryKind.Down, peer: "n2");
        Add("n1", HistoryKind.Fire, sequence: 5, data: "transport_error");

        Assert.StartsWith("I3 ", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void LossThatNobodyIsToldOf_IsFound()
    {
        Begin();
        Send(1);

        Assert.StartsWith("I4 ", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void MessageThatArrivesTwice_IsFound()
    {
        Begin();
        Send(1);
        Deliver(1);
        Deliver(1);

        Assert.StartsWith("I2 ", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void MonitorThatFiresTwice_IsFound()
    {
        Begin();
        Add("n1", HistoryKind.Down, peer: "n2");
        Add("n1", HistoryKind.Fire, sequence: 5, data: "transport_error");
        Add("n1", HistoryKind.Fire, sequence: 5, data: "transport_error");

        Assert.StartsWith("I5 ", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void ProcessThatIsGone_AndNobodyIsTold_IsFound()
    {
        Begin();
        Add("n2", HistoryKind.Crash);

        Assert.StartsWith("I5 ", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void MessageThatIsLost_LongAfterTheLastFault_IsFound()
    {
        Begin();
        Add("*", HistoryKind.Calm);
        Add("n1", HistoryKind.Down, peer: "n2", seconds: 16);
        Add("n1", HistoryKind.Fire, sequence: 5, data: "transport_error");
        Send(1);

        Assert.StartsWith("I21 ", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void LinkThatIsLost_ThoughNothingWasWrong_IsFound()
    {
        Begin();
        Add("*", HistoryKind.Note, data: FalseAlarms.HaveMet);
        Add("n3", HistoryKind.Fault, peer: "*", data: "freeze");
        Add("n1", HistoryKind.Fault, peer: "n3", data: "BlockOneWay");
        Add("n1", HistoryKind.Down, peer: "n3");
        Add("n3", HistoryKind.Down, peer: "n2");
        Assert.Empty(Judge());

        Add("n1", HistoryKind.Down, peer: "n2", data: "silence");

        Assert.EndsWith(
            "n1 lost its link to n2, and nothing was wrong: silence", Assert.Single(Judge()), StringComparison.Ordinal);
    }

    [Fact]
    public void LinkThatIsLost_LongAfterAFault_IsFound()
    {
        Begin();
        Add("*", HistoryKind.Note, data: FalseAlarms.HaveMet);
        Add("n2", HistoryKind.Fault, peer: "*", data: "freeze");
        Add("n1", HistoryKind.Down, peer: "n2", seconds: 50);

        Assert.Single(Judge());
    }

    [Fact]
    public void TooLongUntilAllIsWell_IsFound() => Assert.Equal(
        ["all was well 15.1 s after the last fault, not 15 s"],
        Judge(converged: 15.1));

    private void Begin()
    {
        Add("*", HistoryKind.Fault, peer: "*");
        Add("n1", HistoryKind.Init, Sender);
        Add("n2", HistoryKind.Init, Receiver);
        Add("n1", HistoryKind.Up, peer: "n2");
        Add("n1", HistoryKind.Monitor, peer: Receiver, sequence: 5);
    }

    private void Send(long number) => Add("n1", HistoryKind.Send, Sender, Receiver, number);

    private void Deliver(long number) => Add("n2", HistoryKind.Deliver, Receiver, Sender, number);

    private void Add(
        string node,
        HistoryKind kind,
        string port = "",
        string peer = "",
        long sequence = 0,
        string data = "",
        double seconds = 0.001) => _records.Add(new HistoryRecord
        {
            Time = (_records.Count > 0 ? _records[^1].Time : TimeSpan.Zero) + TimeSpan.FromSeconds(seconds),
            Node = node,
            Kind = kind,
            Port = port,
            Peer = peer,
            Sequence = sequence,
            Data = data,
        });

    private IReadOnlyList<string> Judge(double converged = 1)
    {
        Add("*", HistoryKind.Quiet);
        IReadOnlyList<string> findings = ChaosResult.Of(
            _records,
            new Dictionary<FaultKind, int>(),
            TimeSpan.FromSeconds(converged),
            TimeSpan.FromSeconds(15)).Findings;
        _records.RemoveAt(_records.Count - 1);
        return findings;
    }
}
