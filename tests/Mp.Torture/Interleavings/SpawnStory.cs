using System.Globalization;

namespace Mp.Torture.Interleavings;

/// <summary>X8: a port is spawned, and sent to, on a node that answers about when the wait for it is over.</summary>
/// <param name="step">How many hops before the end of the wait the node begins to answer.</param>
internal sealed class SpawnStory(int step) : Story
{
    private const int Messages = 3;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hop = TimeSpan.FromMilliseconds(1);

    private readonly List<long> _received = [];
    private readonly List<string> _fired = [];
    private int _made;
    private bool _wasMadeAfterFiring;

    protected override string Told => $"{_made}; {string.Join(',', _fired)}; {string.Join(',', _received)}";

    protected override TimeSpan TimeUntilOpen => Wait - ((step + 1) * Hop) - TimeSpan.FromTicks(1);

    protected override void Begin()
    {
        Cluster.Network.MinDelay = Cluster.Network.MaxDelay = Hop;
        AddNode(options => options with { ConnectTimeout = Wait });
        AddNode().Node.RegisterSpawn("numbers", _ => Make());
    }

    protected override void Happen()
    {
        // Its host takes what comes; the process does nothing yet.
        Cluster[1].Freeze();
        Cluster.Clock.CreateTimer(_ => Sometime(null, Cluster[1].Thaw), null, Wait - (step * Hop), Timeout.InfiniteTimeSpan);
        Sometime(Cluster[0], () =>
        {
            Node client = Cluster[0].Node;
            PortId spawned = client.Spawn(Cluster[1].Node.Id, "numbers");
            client.Mon(spawned, reason =>
            {
                Show();
                _fired.Add(reason.Word ?? "");
            });
            for (int number = 0; number < Messages; number++)
            {
                client.Snd(spawned, "number", number);
            }
        });
    }

    protected override void Judge()
    {
        // What was given up must not be made by the next connection either.
        Cluster[0].Node.Snd(PortId.Parse($"{Cluster[1].Node.Id}#"), "devnull");
        Cluster.Advance(TimeSpan.FromMinutes(1));
        Expect(_made + _fired.Count == 1, string.Create(
            CultureInfo.InvariantCulture, $"it is made {_made} times, and its monitor fires {_fired.Count} times"));
        Expect(!_wasMadeAfterFiring, "it is made after its monitor fired");
        Expect(
            _received.SequenceEqual(Enumerable.Range(0, _made * Messages).Select(static number => (long)number)),
            "it gets some of what was sent");
    }

    private RecordingNumbers Make()
    {
        Show();
        _made++;
        _wasMadeAfterFiring |= _fired.Count > 0;
        return new RecordingNumbers(_received);
    }

    private sealed class RecordingNumbers : Port
    {
        public RecordingNumbers(List<long> received) => Rcv("number", (long number) => received.Add(number));
    }
}
