namespace Mp.Torture.Interleavings;

/// <summary>X5: a monitor is set, withdrawn and set again, while the port of that name dies and another one takes it.</summary>
internal sealed class KillAndWatchStory : Story
{
    private readonly List<string> _first = [];
    private readonly List<string> _second = [];
    private readonly List<string> _marks = [];
    private BarePort? _former;
    private BarePort? _latter;
    private IDisposable? _guard;
    private bool _isWithdrawn;
    private bool _firedAfterwards;

    private Node Watcher => Cluster[0].Node;

    private Node Owner => Cluster[1].Node;

    private PortId Name => PortId.Parse($"{Owner.Id}#service");

    protected override string Told =>
        $"{string.Join(',', _first)}; {string.Join(',', _second)}; {string.Join(',', _marks)}";

    protected override void Begin()
    {
        AddNode();
        AddNode();
        _former = Create("former");
        _latter = Create("latter");
        Owner.Register("service", _former);

        // The link is up before anything is decided.
        Watcher.Snd(Name, "mark", "link");
    }

    protected override void Happen()
    {
        Sometime(
            Cluster[0],
            () => _guard = Watcher.Mon(Name, reason =>
            {
                _first.Add(reason.ToString());
                _firedAfterwards |= _isWithdrawn;
            }),
            () =>
            {
                _guard!.Dispose();
                _isWithdrawn = true;
            },
            () =>
            {
                Watcher.Snd(Name, "mark", "before");
                Watcher.Mon(Name, reason => _second.Add(reason.Word ?? ""));
                Watcher.Snd(Name, "mark", "after");
            });
        Sometime(
            Cluster[1],
            () => Owner.Kil(_former!, "former"),
            () => Owner.Register("service", _latter!));
    }

    protected override void Judge()
    {
        Expect(_first.Count <= 1, "the first monitor fires twice");
        Expect(!_firedAfterwards, "a monitor fires after it was withdrawn");
        bool isOfFormer = _marks.Contains("after at former");
        bool isOfLatter = _marks.Contains("before at latter");
        Expect(!isOfLatter || _second.Count == 0, "the death of the former port fires the monitor of the latter");
        Expect(!isOfFormer || _second is ["former"], "the death of the port does not fire its monitor, once");
        Owner.Kil(_latter!, "latter");
        Cluster.Advance(TimeSpan.FromMinutes(1));
        Expect(_second.Count == 1, "the second monitor does not fire exactly once");
    }

    private BarePort Create(string name)
    {
        BarePort port = Owner.CreatePort();
        port.Rcv("mark", (string mark) => _marks.Add($"{mark} at {name}"));
        return port;
    }
}
