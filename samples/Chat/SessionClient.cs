namespace Chat;

/// <summary>Speaks to a session of its own, which it has the server create.</summary>
internal sealed class SessionClient(string nick) : Client(nick)
{
    protected override PortId Enter(PortId room) => Spawn(room, "chat.session", Nick, Self);

    protected override void Say(string text) => Snd(Entrance, "say", text);

    protected override void Leave() => Snd(Entrance, "leave");
}
