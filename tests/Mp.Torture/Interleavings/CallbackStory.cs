namespace Mp.Torture.Interleavings;

/// <summary>X7: two monitors on one port; the callback of the first withdraws the second, and sends to the port anew.</summary>
/// <param name="isCut">Whether the connection is cut; else the port is killed.</param>
internal sealed class CallbackStory(bool isCut) : Story
{
    private readonly List<string> _received = [];
    private readonly List<string> _fired = [];
    private BarePort? _port;
    private PortId _written;
    private IDisposable? _second;
    private bool _isSecondWithdrawn;
    private bool _isInside;
    private bool _hasFiredInside;

    private Node Watcher => Cluster[0].Node;

    protected override string Told => $"{string.Join(',', _fired)}; {string.Join(',', _received)}";

    protected override void Begin()
    {
        AddNode();
        AddNode();
        _port = Cluster[1].Node.CreatePort();
        _port.Rcv("message", (string text) => _received.Add(text));
        _written = Written(_port);
        Watcher.Snd(_written, "message", "link");
    }

    protected override void Happen()
    {
        Sometime(
            Cluster[0],
            () => Inside(() => Watcher.Mon(_written, _ => OnFirst())),
            () => Inside(() => _second = Watcher.Mon(_written, _ => Fire("second"))),
            () => Watcher.Snd(_written, "message", "before"));
        if (isCut)
        {
            Sometime(null, () => Cluster.Network.Cut("n1", "n2"));
        }
        else
        {
            Sometime(Cluster[1], () => Cluster[1].Node.Kil(_port!, "killed"));
        }
    }

    protected override void Judge()
    {
        int first = _fired.IndexOf("first");
        int second = _fired.IndexOf("second");
        Expect(_fired.Distinct().Count() == _fired.Count, "a monitor fires twice");
        Expect(!_hasFiredInside, "a monitor fires inside of a call");
        Expect(!_isSecondWithdrawn || second <= first, "a monitor fires after it was withdrawn");
        Expect(isCut || first >= 0, "the death of the port fires no monitor");
        Expect(_received.Contains("before") || first >= 0, "something is lost and nobody is told");
        bool wasSentAgain = first >= 0;
        Expect(
            !wasSentAgain || _received.Contains("again") || _fired.Contains("third"),
            "what a callback sends is lost and nobody is told");
        Expect(!wasSentAgain || !isCut || _received.Contains("again"), "what a callback sends does not come");
        Expect(_received.Distinct().Count() == _received.Count, "something comes twice");
    }

    private void OnFirst()
    {
        Fire("first");
        _second?.Dispose();
        _isSecondWithdrawn = _second is not null;
        Inside(() => Watcher.Mon(_written, _ => Fire("third")));
        Watcher.Snd(_written, "message", "again");
    }

    private void Fire(string name)
    {
        _hasFiredInside |= _isInside;
        _fired.Add(name);
    }

    private void Inside(Action call)
    {
        _isInside = true;
        call();
        _isInside = false;
    }
}
