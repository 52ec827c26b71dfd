namespace Chat;

/// <summary>Speaks to the room itself.</summary>
internal sealed class RoomClient(string nick) : Client(nick)
{
    protected override PortId Enter(PortId room)
    {
        Snd(room, "join", Nick, Self);
        return room;
    }

    protected override void Say(string text) => Snd(Entrance, "say", Nick, text);

    protected override void Leave() => Snd(Entrance, "leave", Self);
}
