namespace Chat;

/// <summary>The server: whoever joins hears what anybody says.</summary>
internal sealed partial class Room : Port
{
    private readonly Dictionary<PortId, (string Nick, IDisposable Monitor)> _members = [];

    [Rcv("join")]
    private void OnJoin(string nick, PortId client)
    {
        if (_members.ContainsKey(client))
        {
            return;
        }

        Tell("came", nick);

        // Whatever becomes of the client, or of its node, this is called once.
        _members.Add(client, (nick, Mon(client, _ => Remove(client))));
        Snd(client, "welcome", _members.Values.Select(static member => member.Nick).ToArray());
    }

    [Rcv("say")]
    private void OnSay(string nick, string text)
    {
        foreach (PortId client in _members.Keys)
        {
            Snd(client, "said", nick, text);
        }
    }

    [Rcv("leave")]
    private void OnLeave(PortId client)
    {
        Remove(client);
        Snd(client, "bye");
    }

    private void Remove(PortId client)
    {
        if (_members.Remove(client, out (string Nick, IDisposable Monitor) member))
        {
            member.Monitor.Dispose();
            Tell("left", member.Nick);
        }
    }

    private void Tell(string what, string nick)
    {
        foreach (PortId client in _members.Keys)
        {
            Snd(client, what, nick);
        }
    }
}
