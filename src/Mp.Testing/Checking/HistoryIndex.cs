namespace Mp.Testing.Checking;

/// <summary>A history, looked up by what the rules ask for.</summary>
internal sealed class HistoryIndex
{
    /// <summary>Later than everything that happened.</summary>
    public const int Never = int.MaxValue;

    private readonly Dictionary<(string Node, int Incarnation), int> _starts = [];
    private readonly Dictionary<(string Node, int Incarnation), int> _ends = [];
    private readonly Dictionary<(string Node, int Incarnation, string Peer), List<LinkItem>> _links = [];
    private readonly Dictionary<(string Source, string Target, long Sequence), SentItem> _sent = [];
    private readonly Dictionary<(string Node, int Incarnation), int> _callbacks = [];
    private readonly Dictionary<(string Node, int Incarnation), List<MonitorItem>> _monitorsOf = [];
    private readonly Dictionary<string, int> _spawns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Begin, int End)>> _turns = new(StringComparer.Ordinal);

    public HistoryIndex(IReadOnlyList<HistoryRecord> records)
    {
        Records = records;
        for (int index = 0; index < records.Count; index++)
        {
            Add(records[index], index);
        }
    }

    public IReadOnlyList<HistoryRecord> Records { get; }

    /// <summary>What each port sent to each other one, in the order of sending.</summary>
    public Dictionary<(string Source, string Target), List<SentItem>> Streams { get; } = [];

    public Dictionary<long, MonitorItem> Monitors { get; } = [];

    /// <summary>The monitors on each port.</summary>
    public Dictionary<string, List<MonitorItem>> MonitorsOn { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PortItem> Ports { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether all that had to happen has happened by the end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Where a process began; -1, if it was there from the start.</summary>
    public int StartOf(HistoryRecord record) => _starts.GetValueOrDefault((record.Node, record.Incarnation), -1);

    /// <summary>Where a process ended; never, if it lived to the end.</summary>
    public int EndOf(string node, int incarnation) => _ends.GetValueOrDefault((node, incarnation), Never);

    public int EndOf(HistoryRecord record) => EndOf(record.Node, record.Incarnation);

    /// <summary>The links that a process had to another node, in order.</summary>
    public IReadOnlyList<LinkItem> LinksOf(HistoryRecord record, string peer) =>
        _links.TryGetValue((record.Node, record.Incarnation, peer), out List<LinkItem>? links) ? links : [];

    /// <summary>The monitors that a process has set.</summary>
    public IReadOnlyList<MonitorItem> MonitorsOf(HistoryRecord record) =>
        _monitorsOf.TryGetValue((record.Node, record.Incarnation), out List<MonitorItem>? monitors) ? monitors : [];

    /// <summary>A message, if it was sent.</summary>
    public SentItem? FindSent(string source, string target, long sequence) =>
        _sent.GetValueOrDefault((source, target, sequence));

    /// <summary>The node that a port is at.</summary>
    public string NodeOf(string port) => Ports.TryGetValue(port, out PortItem? found)
        ? found.Init.Node
        : port.Split('#')[0].Split(':')[0];

    /// <summary>Where a port was asked for by another node; never, if that is not known.</summary>
    public int SpawnOf(string port) => _spawns.GetValueOrDefault(port, Never);

    /// <summary>Where a port stopped to exist: it died, or its process did.</summary>
    public int GoneAt(string port) => Ports.TryGetValue(port, out PortItem? found)
        ? Math.Min(found.Died, EndOf(found.Init))
        : -1;

    /// <summary>Whether a port was busy, so that what reached it had to wait.</summary>
    public bool IsBusyAt(string port, int index) => _turns.TryGetValue(port, out List<(int Begin, int End)>? turns)
        && turns.Exists(turn => turn.Begin < index && index < turn.End);

    public TimeSpan TimeAt(int index) => index == Never ? TimeSpan.MaxValue : Records[index].Time;

    private void Add(HistoryRecord record, int index)
    {
        switch (record.Kind)
        {
            case HistoryKind.Init:
                Ports.TryAdd(record.Port, new PortItem(record, index));
                break;
            case HistoryKind.Die:
                AddDeath(record, index);
                break;
            case HistoryKind.Send or HistoryKind.Kill:
                AddSent(record, index);
                break;
            case HistoryKind.Deliver when FindSent(record.Peer, record.Port, record.Sequence) is { IsLost: true } sent:
                sent.Delivered = index;
                break;
            case HistoryKind.Up or HistoryKind.Down:
                AddLink(record, index);
                break;
            case HistoryKind.Crash or HistoryKind.Stop:
                _ends.TryAdd((record.Node, record.Incarnation), index);
                break;
            case HistoryKind.Restart:
                _starts.TryAdd((record.Node, record.Incarnation), index);
                break;
            case HistoryKind.Enter when record.Data is "turn":
                ListOf(_turns, record.Port).Add((index, Never));
                break;
            case HistoryKind.Leave when record.Data is "turn" && _turns.TryGetValue(record.Port, out var turns):
                turns[^1] = turns[^1] with { End = index };
                break;
            case HistoryKind.Enter when record.Data is "callback":
                _callbacks[(record.Node, record.Incarnation)] = index;
                break;
            case HistoryKind.Leave:
                _callbacks.Remove((record.Node, record.Incarnation));
                break;
            case HistoryKind.Spawn:
                _spawns.TryAdd(record.Peer, index);
                break;
            case HistoryKind.Quiet:
                IsComplete = true;
                break;
            default:
                AddMonitoring(record, index);
                break;
        }
    }

    private void AddMonitoring(HistoryRecord record, int index)
    {
        if (record.Kind == HistoryKind.Monitor)
        {
            var set = new MonitorItem(record, index);
            if (Monitors.TryAdd(record.Sequence, set))
            {
                ListOf(MonitorsOn, record.Peer).Add(set);
                ListOf(_monitorsOf, (record.Node, record.Incarnation)).Add(set);
            }
        }
        else if (Monitors.TryGetValue(record.Sequence, out MonitorItem? monitor))
        {
            if (record.Kind == HistoryKind.Unmonitor)
            {
                monitor.Withdrawn = Math.Min(index, monitor.Withdrawn);
            }
            else if (record.Kind == HistoryKind.Throw)
            {
                monitor.HasThrown = true;
            }
            else if (record.Kind == HistoryKind.Fire && monitor.Fire is null)
            {
                (monitor.Fired, monitor.Fire) = (index, record);
            }
        }
    }

    private void AddDeath(HistoryRecord record, int index)
    {
        if (Ports.TryGetValue(record.Port, out PortItem? port) && port.Die is null)
        {
            (port.Died, port.Die) = (index, record);
        }

        if (FindSent(record.Peer, record.Port, record.Sequence) is { IsKill: true, IsLost: true } kill)
        {
            kill.Delivered = index;
        }
    }

    private void AddSent(HistoryRecord record, int index)
    {
        var sent = new SentItem(record, index, _callbacks.ContainsKey((record.Node, record.Incarnation)));
        if (_sent.TryAdd((record.Port, record.Peer, record.Sequence), sent))
        {
            ListOf(Streams, (record.Port, record.Peer)).Add(sent);
        }
    }

    private void AddLink(HistoryRecord record, int index)
    {
        List<LinkItem> links = ListOf(_links, (record.Node, record.Incarnation, record.Peer));
        if (record.Kind == HistoryKind.Up)
        {
            links.Add(new LinkItem(index, Never));
        }
        else if (links is [.., { Down: Never } last])
        {
            links[^1] = last with { Down = index };
        }
        else
        {
            links.Add(new LinkItem(Never, index));
        }
    }

    private static List<TItem> ListOf<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<TItem>? list))
        {
            list = [];
            lists.Add(key, list);
        }

        return list;
    }
}
