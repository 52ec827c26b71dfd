using Mp.Links;
using Mp.Messages;
using Mp.Monitoring;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <content>What goes to other nodes.</content>
internal sealed partial class Router
{
    /// <summary>Sends a message to wherever an ID leads, if there is room.</summary>
    /// <returns><see langword="false"/> if there is none. Nothing was sent then.</returns>
    public bool TryRoute(PortId to, Message message)
    {
        if (Resolve(to) is (null, { } link))
        {
            return TrySend(link, to.PortName, message, out _);
        }

        Route(to, message);
        return true;
    }

    /// <summary>Sends a message to wherever an ID leads, when there is room.</summary>
    public ValueTask RouteAsync(PortId to, Message message, CancellationToken cancellationToken)
    {
        if (Resolve(to) is (null, { } link))
        {
            return TrySend(link, to.PortName, message, out int bytes)
                ? default
                : new ValueTask(SendWhenRoomAsync(to, link, bytes, message, cancellationToken));
        }

        Route(to, message);
        return default;
    }

    /// <summary>Tells a peer that a port it watches has died.</summary>
    public void SendDeath(Link link, string portName, PortMonitor watch, Reason reason)
    {
        LinkChange change = static (to, port, own, body) => to.SendDeath(port, own, body);
        Tell(reason, told => _ = Request(link, "kil0", portName, watch, change, ReasonLimit.Apply(told)));
    }

    /// <summary>
    /// Passes a death on. A reason holds whatever a local kill was given; of one that can't travel the word is told.
    /// </summary>
    public static void Tell(Reason reason, Action<Reason> tell)
    {
        try
        {
            tell(reason);
        }
#pragma warning disable CA1031 // What is read of an object on the way may throw anything, and a death has to be told.
        catch (Exception)
#pragma warning restore CA1031
        {
            tell(new Reason(reason.Word ?? "killed", "the rest of the reason can't travel"));
        }
    }

    /// <summary>Tells a peer that a port it wants to watch does not exist.</summary>
    public void SendDeathOfUnknown(Link link, string portName, Reason reason) =>
        Send(link, "", new ArrayMessage(["kil0", portName, .. reason]));

    private void MonRemote(Link link, string portName, PortMonitor monitor)
    {
        monitor.OnDisposed(withdrawn => _ = Request(link, "mon0", portName, withdrawn, static (to, port, own, body) =>
            to.RemoveMonitor(port, own, body)));
        if (!Request(link, "mon1", portName, monitor, static (to, port, own, body) => to.AddMonitor(port, own, body)))
        {
            MonRemote(_network.GetLink(link.PeerId), portName, monitor);
        }
    }

    private void Send(Link link, string portName, Message message)
    {
        LinkAction action = _encoder.Encode(portName, message, link, static (to, body) => to.Send(body));
        if (action.Kind == LinkActionKind.Retired)
        {
            // Forgotten in this moment, as nobody had wanted anything of it for long.
            Send(_network.GetLink(link.PeerId), portName, message);
            return;
        }

        _network.Act(link, action);
    }

    private bool TrySend(Link link, string portName, Message message, out int bytes)
    {
        (LinkAction action, bytes) = _encoder.Encode(portName, message, link, static (to, body) =>
            (to.TrySend(body), body.Length));
        switch (action.Kind)
        {
            case LinkActionKind.NoRoom:
                return false;
            case LinkActionKind.Retired:
                return TrySend(_network.GetLink(link.PeerId), portName, message, out bytes);
            default:
                _network.Act(link, action);
                return true;
        }
    }

    private async Task SendWhenRoomAsync(
        PortId to,
        Link link,
        int bytes,
        Message message,
        CancellationToken cancellationToken)
    {
        do
        {
            MpMeter.CountLimit(Limit.SoftQueuedBytes);
            await Resumption.After(link.WhenRoom(bytes), Host.Scheduler)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            ThrowIfEnded();

            // It may have been lost meanwhile, and forgotten.
            link = _network.GetLink(link.PeerId);
        }
        while (!TrySend(link, to.PortName, message, out bytes));
    }

    // A request to the other node that goes together with a change of what the link knows, under the link's lock.
    // Returns false if the link was forgotten.
    private bool Request(
        Link link,
        string request,
        string portName,
        PortMonitor monitor,
        LinkChange change,
        Reason? reason = null)
    {
        LinkAction action = _encoder.Encode(
            "",
            new ArrayMessage([request, portName, .. reason ?? Reason.Normal]),
            (link, portName, monitor, change),
            static (it, body) => it.change(it.link, it.portName, it.monitor, body));
        if (action.Kind == LinkActionKind.Retired)
        {
            return false;
        }

        _network.Act(link, action);
        return true;
    }

    private delegate LinkAction LinkChange(Link link, string portName, PortMonitor monitor, ReadOnlySpan<byte> body);
}
