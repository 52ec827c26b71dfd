using Mp.Testing.Loops;

namespace Mp.Torture.Interleavings;

/// <summary>
/// I1: two messages and a kill behind them are on their way to a port, while the connection is cut at any moment and
/// the sender, as soon as it is told, watches and sends again.
/// </summary>
/// <param name="isCut">Whether the connection is cut.</param>
internal sealed class KillBehindMessagesStory(bool isCut) : Story
{
    // What the cut sees, and what the owner sees.
    private const ulong SentNotes = Things.Notes;
    private const ulong FiredNotes = Things.OtherNotes;

    private readonly List<long> _received = [];
    private readonly List<string> _fired = [];
    private readonly List<string> _firedAgain = [];
    private BarePort? _port;
    private PortId _written;
    private long _sent;
    private long? _again;
    private bool _isKilled;
    private bool _wasKilledBeforeCut;
    private long _sentBeforeCut;
    private bool _knowsOfCut;
    private string? _death;

    protected override string Told =>
        $"{string.Join(',', _received)}; {string.Join(',', _fired)}; {string.Join(',', _firedAgain)}; {_death}";

    private Node Sender => Cluster[0].Node;

    private Node Owner => Cluster[1].Node;

    protected override void Begin()
    {
        AddNode();
        AddNode();
        _port = Owner.CreatePort();
        _port.Rcv("number", (long number) => Receive(number));
        _port.Rcv("lost", (string _) => _knowsOfCut = true);
        _written = Written(_port);
        Owner.Mon(_port, OnDeath);

        // Told in the port's turn, so that it has a place among what the port receives.
        Owner.Mon(Written(Sender.CreatePort()), _port, "lost");
        Sender.Mon(_written, OnFired);
    }

    protected override void Happen()
    {
        Sometime(Cluster[0], Send, Send, Kill);
        if (isCut)
        {
            Sometime(null, Cut);
        }
    }

    protected override void Judge()
    {
        Expect(_fired.Count <= 1 && _firedAgain.Count <= 1, "a monitor fires twice");
        Expect(_received.SequenceEqual(_received.Distinct().Order()), "something comes twice, or too late");
        Expect(_fired is not ["killed"] || _received is [0, 1], "a port dies before it receives what was sent before");
        Expect(isCut || _fired is ["killed"], "a port is killed and nobody is told");
        Expect(
            _death is not null || _again is not { } again || _received.Contains(again),
            "what is sent again is lost and nobody is told");
        Expect(_death is null || _fired is ["killed"] || _firedAgain.Count == 1, "a port dies and nobody is told");
    }

    private void Send()
    {
        Show(SentNotes);
        Sender.Snd(_written, "number", _sent++);
    }

    private void Kill()
    {
        Show(SentNotes);
        _isKilled = true;
        Sender.Kil(_written, "killed");
    }

    private void Cut()
    {
        See(SentNotes);
        (_sentBeforeCut, _wasKilledBeforeCut) = (_sent, _isKilled);
        Cluster.Network.Cut("n1", "n2");
    }

    private void OnFired(Reason reason)
    {
        Show(FiredNotes);
        _fired.Add(reason.Word ?? "");
        if (reason.Word == "transport_error")
        {
            Sender.Mon(_written, again => _firedAgain.Add(again.Word ?? ""));
            _again = _sent;
            Send();
        }
    }

    private void Receive(long number)
    {
        See(FiredNotes);
        Expect(number == _received.Count || _fired.Count > 0, "there is a hole before anybody is told");
        Expect(
            !_knowsOfCut || number >= _sentBeforeCut,
            "what was sent before the cut comes after its end");
        _received.Add(number);
    }

    private void OnDeath(Reason reason)
    {
        See(FiredNotes);
        _death = reason.Word;
        Expect(!_knowsOfCut || !_wasKilledBeforeCut, "a kill from before the cut comes after its end");
        Expect(_received is [0, 1, ..] || _fired.Count > 0, "a kill overtakes what was sent before it");
    }
}
