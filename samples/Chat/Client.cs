namespace Chat;

/// <summary>Somebody who chats: finds a room, enters it, says the lines, and enters again when it was lost.</summary>
internal abstract partial class Client(string nick) : Port
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // What was not said yet, as there was no room.
    private readonly Queue<string> _lines = new();
    private IReadOnlyList<PortId> _rooms = [];
    private PortId _room;
    private IDisposable? _monitor;
    private bool _isIn;
    private bool _isLeaving;

    protected string Nick => nick;

    /// <summary>Where to speak: the room, or a session.</summary>
    protected PortId Entrance { get; private set; }

    /// <summary>Asks to be let into a room.</summary>
    /// <returns>Where to speak from now on.</returns>
    protected abstract PortId Enter(PortId room);

    protected abstract void Say(string text);

    protected abstract void Leave();

    // The callback comes at once with who is there, and then with every change; Psub has it run in this port's turn.
    [Rcv("begin")]
    private void OnBegin() => Node.Groups.Watch("chat", Psub<GroupChange>(OnRooms));

    [Rcv("line")]
    private void OnLine(string text)
    {
        _lines.Enqueue(text);
        SayLines();
    }

    [Rcv("welcome")]
    private void OnWelcome(IReadOnlyList<string> nicks)
    {
        Console.WriteLine($"* in the room: {string.Join(", ", nicks)}");
        _isIn = true;
        SayLines();
    }

    [Rcv("said")]
    private static void OnSaid(string who, string text) => Console.WriteLine($"<{who}> {text}");

    [Rcv("came")]
    private static void OnCame(string who) => Console.WriteLine($"* {who} has come");

    [Rcv("left")]
    private static void OnLeft(string who) => Console.WriteLine($"* {who} has left");

    [Rcv("leave")]
    private void OnLeave()
    {
        _isLeaving = true;
        SayLines();
    }

    [Rcv("bye")]
    private void OnBye() => Kil(Self);

    private void OnRooms(GroupChange change)
    {
        _rooms = change.Members;
        EnterAny();
    }

    private void EnterAny()
    {
        // In one, or about to enter one that is still there.
        if (_isIn || _rooms.Contains(_room))
        {
            return;
        }

        _monitor?.Dispose();
        _room = _rooms.Count > 0 ? _rooms[0] : default;
        if (!_room.IsNone)
        {
            Entrance = Enter(_room);
            _monitor = Mon(Entrance, OnLost);
        }
    }

    // The room or the session has died, or its node is lost. A new room is in the group as soon as there is one.
    private void OnLost(Reason reason)
    {
        if (_isIn)
        {
            Console.WriteLine($"* the room is gone ({reason.Word ?? "closed"})");
        }

        _isIn = false;
        _room = default;
        SayLines();
        After(Pause, EnterAny);
    }

    private void SayLines()
    {
        while (_isIn && _lines.TryDequeue(out string? line))
        {
            Say(line);
        }

        if (_isLeaving && _isIn)
        {
            Leave();
        }
        else if (_isLeaving && _lines.Count == 0)
        {
            Kil(Self);
        }
    }
}
