namespace Mp.Torture.Interleavings;

/// <summary>X1: two nodes dial each other at once, and the connection may be cut at any moment.</summary>
/// <param name="isCut">Whether it is.</param>
internal sealed class MeetingStory(bool isCut) : Story
{
    private const int Messages = 2;

    private readonly List<long>[] _received = [[], []];
    private readonly int[] _fired = [0, 0];
    private readonly PortId[] _ports = new PortId[2];
    private string? _told;

    protected override string Told => _told ??
        $"{string.Join(',', _fired)}; {string.Join(',', _received[0])}; {string.Join(',', _received[1])}";

    protected override void Begin()
    {
        for (int at = 0; at < 2; at++)
        {
            List<long> received = _received[at];
            BarePort port = AddNode().Node.CreatePort();
            port.Rcv("number", (long number) => received.Add(number));
            _ports[at] = Written(port);
        }
    }

    protected override void Happen()
    {
        Sometime(Cluster[0], () => WatchAndSend(0));
        Sometime(Cluster[1], () => WatchAndSend(1));
        if (isCut)
        {
            Sometime(null, () => Cluster.Network.Cut("n1", "n2"));
        }
    }

    protected override void Judge()
    {
        for (int at = 0; at < 2; at++)
        {
            List<long> received = _received[1 - at];
            Expect(_fired[at] <= 1, "a monitor fires twice");
            Expect(isCut || _fired[at] == 0, "a monitor fires though nothing was lost");
            Expect(
                received.Select(static (number, index) => number == index).All(static isInOrder => isInOrder),
                "there is a hole, or something comes twice");
            Expect(_fired[at] == 1 || received.Count == Messages, "something is lost and nobody is told");
        }

        Expect(isCut || Cluster.Network.Connections == 1, "there is not exactly one connection");
        _told = Told;
        Array.ForEach(_received, static received => received.Clear());
        WatchAndSend(0);
        WatchAndSend(1);
        Cluster.Advance(TimeSpan.FromMinutes(1));
        Expect(
            Array.TrueForAll(_received, static received => received.Count == Messages),
            "they do not find each other again");
    }

    private void WatchAndSend(int at)
    {
        Node node = Cluster[at].Node;
        PortId other = _ports[1 - at];
        node.Mon(other, _ => _fired[at]++);
        for (int number = 0; number < Messages; number++)
        {
            node.Snd(other, "number", number);
        }
    }
}
