namespace Mp.Testing.Tests.Checking;

/// <summary>A history written by hand: a second goes by with every line.</summary>
internal sealed class Story
{
    private readonly List<HistoryRecord> _records = [];
    private TimeSpan _now;

    public Story Wait(double seconds)
    {
        _now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Story Init(string node, string port, int incarnation = 1) =>
        Add(HistoryKind.Init, node, port, "", 0, "", incarnation);

    public Story Die(string node, string port, string reason = "", string by = "", long number = 0) =>
        Add(HistoryKind.Die, node, port, by, number, reason);

    public Story Send(string node, string from, string to, long number, int incarnation = 1) =>
        Add(HistoryKind.Send, node, from, to, number, "", incarnation);

    public Story Deliver(string node, string to, string from, long number, int incarnation = 1) =>
        Add(HistoryKind.Deliver, node, to, from, number, "", incarnation);

    public Story Kill(string node, string from, string to, long number) =>
        Add(HistoryKind.Kill, node, from, to, number, "");

    public Story Mon(string node, string target, long number, string watcher = "") =>
        Add(HistoryKind.Monitor, node, watcher, target, number, "");

    public Story Unmon(string node, long number) => Add(HistoryKind.Unmonitor, node, "", "", number, "");

    public Story Fire(string node, string target, long number, string reason, string watcher = "") =>
        Add(HistoryKind.Fire, node, watcher, target, number, reason);

    public Story Up(string node, string peer) => Add(HistoryKind.Up, node, "", peer, 0, "");

    public Story Down(string node, string peer) => Add(HistoryKind.Down, node, "", peer, 0, "lost");

    public Story Fault(string node, string peer) => Add(HistoryKind.Fault, node, "", peer, 0, "cut");

    public Story Enter(string node, string port, string what) => Add(HistoryKind.Enter, node, port, "", 0, what);

    public Story Leave(string node, string port, string what) => Add(HistoryKind.Leave, node, port, "", 0, what);

    public Story Of(HistoryKind kind, string node, string peer = "", long number = 0, int incarnation = 1) =>
        Add(kind, node, "", peer, number, "", incarnation);

    public Story Quiet() => Of(HistoryKind.Quiet, "*");

    /// <summary>The invariants that it breaks.</summary>
    public string[] Judge(CheckerOptions? options = null) =>
        [.. Checker.Judge(_records, options).Select(violation => violation.Invariant).Distinct()];

    private Story Add(
        HistoryKind kind,
        string node,
        string port,
        string peer,
        long number,
        string data,
        int incarnation = 1)
    {
        _now += TimeSpan.FromSeconds(1);
        _records.Add(new HistoryRecord
        {
            Time = _now,
            Kind = kind,
            Node = node,
            Incarnation = incarnation,
            Port = port,
            Peer = peer,
            Sequence = number,
            Data = data,
        });
        return this;
    }
}
