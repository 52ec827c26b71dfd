namespace Chat;

/// <summary>
/// One client's port at the server, which the client creates there: <c>Spawn(room, "chat.session", nick, Self)</c>.
/// </summary>
/// <remarks>What it says is said in the name that it began with: who has the session is who speaks.</remarks>
[Spawn("chat.session")]
internal sealed partial class Session(string nick, PortId client) : Port
{
    private PortId _room;

    protected override void OnSpawned()
    {
        _room = Node.Lookup("room") ?? throw new InvalidOperationException("There is no room at this node.");
        Mon(client, _ => Kil(Self)); // it has left, or is lost
        Mon(_room);                  // a link: if the room dies of an error, so does the session
        Snd(_room, "join", nick, client);
    }

    [Rcv("say")]
    private void OnSay(string text) => Snd(_room, "say", nick, text);

    [Rcv("leave")]
    private void OnLeave() => Snd(_room, "leave", client);
}
