using Mp.Links;
using Mp.Messages;
using Mp.Monitoring;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <content>What goes to other nodes.</content>
internal sealed partial class Router
{
    /// <summary>Sends elements to a port of another node.</summary>
    /// <exception cref="MessageEncodingException">An element can't travel, or the message is too large.</exception>
    public void Send<TElements>(Link link, string portName, TElements elements)
        where TElements : struct, IElements
    {
        LinkAction action = _encoder.Encode(portName, elements, link, static (to, body) => to.Send(body));
        if (action.Kind == LinkActionKind.Retired)
        {
            // Forgotten in this moment, as nobody had wanted anything of it for long.
            Send(_network.GetLink(link.PeerId), portName, elements);
        }
        else if (action.Kind != LinkActionKind.None)
        {
            _network.Act(link, action);
        }
    }

    /// <summary>Sends a message to wherever an ID leads, if there is room.</summary>
    /// <returns><see langword="false"/> if there is none. Nothing was sent then.</returns>
    public bool TryRoute(PortId to, Message message)
    {
        switch (Resolve(to))
        {
            case (PortCell cell, _):
                return cell.TryEnqueue(AsLocal(message)) || Refuse(Limit.PortCapacity);
            case (null, { } link):
                return TrySend(link, Relays.NameAt(link, to), message, out _) || Refuse(Limit.SoftQueuedBytes);
            default:
                DeliverByName(null, to.PortName, message);
                return true;
        }
    }

    /// <summary>Sends a message to wherever an ID leads, when there is room.</summary>
    public ValueTask RouteAsync(PortId to, Message message, CancellationToken cancellationToken)
    {
        switch (Resolve(to))
        {
            case (PortCell cell, _):
                Message local = AsLocal(message);
                return cell.TryEnqueue(local)
                    ? default
                    : new ValueTask(EnqueueWhenRoomAsync(cell, local, cancellationToken));
            case (null, { } link):
                return TrySend(link, Relays.NameAt(link, to), message, out int bytes)
                    ? default
                    : new ValueTask(SendWhenRoomAsync(to, link, bytes, message, cancellationToken));
            default:
                DeliverByName(null, to.PortName, message);
                return default;
        }
    }

    /// <summary>Sends a request over the connection of one epoch, and over no other.</summary>
    /// <exception cref="MessageEncodingException">It can't be expressed, or is too large.</exception>
    public void SendOver(Link link, ILinkConnection connection, Message request, string portName = "")
    {
        LinkAction action = _encoder.Encode(
            portName,
            new MessageElements(request),
            (link, connection),
            static (to, body) => to.link.SendOver(to.connection, body.Bytes));
        _network.Act(link, action);
    }

    /// <inheritdoc cref="Network.Connect"/>
    public void Connect(string nodeId) => _network.Connect(nodeId);

    /// <inheritdoc cref="Network.KeepConnected"/>
    public void KeepConnected(string nodeId, bool isWanted) => _network.KeepConnected(nodeId, isWanted);

    /// <summary>Tells a peer that a port it watches has died.</summary>
    /// <param name="link">The link to the peer.</param>
    /// <param name="portName">The port's name.</param>
    /// <param name="registration">The number of the request to watch it, if it had one.</param>
    /// <param name="watch">What watches the port on the peer's behalf.</param>
    /// <param name="reason">Why it died.</param>
    public void SendDeath(Link link, string portName, long? registration, PortMonitor watch, Reason reason) =>
        Tell(reason, told => _ = Request(
            link,
            NoticeOf(portName, registration, ReasonLimit.Apply(told)),
            (portName, watch),
            static (to, it, body) => to.SendDeath(it.portName, it.watch, body)));

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
    public void SendDeathOfUnknown(Link link, string portName, long? registration, Reason reason) =>
        Send(link, "", NoticeOf(portName, registration, reason));

    // Whoever gave its request a number can tell what is answered; others are told as the protocol says.
    private static ArrayMessage NoticeOf(string portName, long? registration, Reason reason) =>
        new(registration is { } number
            ? ["kil2", portName, number, .. reason]
            : ["kil0", portName, .. reason]);

    private void MonRemote(Link link, string portName, PortMonitor monitor)
    {
        monitor.OnDisposed(withdrawn => _ = Request(
            link,
            new ArrayMessage(["mon0", portName]),
            (portName, withdrawn),
            static (to, it, body) => to.RemoveMonitor(it.portName, it.withdrawn, body)));
        long registration = portName.Length > 0 ? link.NextRegistration() : 0;
        bool isAsked = Request(
            link,
            new ArrayMessage(["mon1", portName, registration]),
            (portName, monitor, registration),
            static (to, it, body) => to.AddMonitor(it.portName, it.monitor, it.registration, body));
        if (!isAsked)
        {
            MonRemote(_network.GetLink(link.PeerId), portName, monitor);
        }
    }

    private void Send(Link link, string portName, Message message) =>
        Send(link, portName, new MessageElements(message));

    private bool TrySend(Link link, string portName, Message message, out int bytes)
    {
        (LinkAction action, bytes) = _encoder.Encode(portName, new MessageElements(message), link, static (to, body) =>
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

    /// <summary>Counts that there is no room. Always <see langword="false"/>.</summary>
    public static bool Refuse(Limit reached)
    {
        MpMeter.CountLimit(reached);
        return false;
    }

    private async Task EnqueueWhenRoomAsync(PortCell cell, Message message, CancellationToken cancellationToken)
    {
        do
        {
            MpMeter.CountLimit(Limit.PortCapacity);
            await Resumption.After(cell.WhenRoom(), Host.Scheduler).WaitAsync(cancellationToken).ConfigureAwait(false);
            ThrowIfEnded();
        }
        while (!cell.TryEnqueue(message));
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
        while (!TrySend(link, Relays.NameAt(link, to), message, out bytes));
    }

    // A request to the other node that goes together with a change of what the link knows, under the link's lock.
    // Returns false if the link was forgotten.
    private bool Request<TState>(Link link, ArrayMessage request, TState state, LinkChange<TState> change)
    {
        LinkAction action = _encoder.Encode(
            "",
            new MessageElements(request),
            (link, state, change),
            static (it, body) => it.change(it.link, it.state, body.Bytes));
        if (action.Kind == LinkActionKind.Retired)
        {
            return false;
        }

        _network.Act(link, action);
        return true;
    }

    private delegate LinkAction LinkChange<TState>(Link link, TState state, ReadOnlySpan<byte> body);
}
