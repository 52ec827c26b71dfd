using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <content>What other nodes have this one send.</content>
internal sealed partial class Router
{
    /// <summary>
    /// Sends what a request asked for. A reply that can't be sent is no error of whoever serves the request.
    /// </summary>
    /// <param name="asker">The link that the request came over, or none if it is from this process.</param>
    /// <param name="to">Where to.</param>
    /// <param name="message">The reply.</param>
    /// <param name="otherwise">What is sent instead if something in it can't travel; else it is dropped.</param>
    /// <returns><see langword="false"/> if it is for this node's own port, and the caller is to serve it.</returns>
    public bool TrySendReply(
        Link? asker,
        PortId to,
        Message message,
        Func<MessageEncodingException, Message>? otherwise = null)
    {
        try
        {
            // Before a link is made: of what is not sent nothing is kept, whatever IDs a peer makes up.
            if (!Relays.MaySendFor(asker, to))
            {
                RefuseRelay(asker!, to, message);
                return true;
            }

            if (!Relays.IsOwn(to.NodeId) && !Relays.MayPassOn(to, message))
            {
                Host.Drop(message, to.Address!, UnmatchedReason.NoSuchPort);
                return true;
            }

            // Once only: a port that comes meanwhile may not be for this asker.
            switch (Resolve(to))
            {
                case (PortCell cell, _):
                    if (Admits(asker, cell, message))
                    {
                        (message as WireMessage)?.EnterWindow();
                        cell.Enqueue(message is WireMessage ? message : AsLocal(message));
                    }

                    break;
                case (null, { } way):
                    Send(way, Relays.NameAt(way, to), message);
                    break;
                case (null, null) when to.PortName.Length == 0:
                    return false;
                default:
                    Host.Drop(message, to.Address!, UnmatchedReason.NoSuchPort);
                    break;
            }
        }
        catch (MessageEncodingException exception) when (otherwise is not null)
        {
            return TrySendReply(asker, to, otherwise(exception));
        }
        catch (MpException)
        {
            Host.Drop(message, to.Address!, UnmatchedReason.NoSuchPort);
        }

        return true;
    }

    /// <summary>
    /// Has a reply count in the window of the connection over which it was asked for, while it waits here: as if it had
    /// come over that itself.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="to">Where the reply goes.</param>
    /// <param name="reply">The reply; the same as bytes afterwards, if it was none.</param>
    /// <returns><see langword="false"/> if it can't be sent, as it holds too much: it is dropped.</returns>
    public bool TryCountFor(Message request, PortId to, ref Message reply)
    {
        if (request is not WireMessage { Window: { } window } || !Relays.IsOwn(to.NodeId))
        {
            return true;
        }

        try
        {
            WireMessage counted = reply as WireMessage ?? _encoder.Rewrite(reply);
            counted.Window = window;
            reply = counted;
            return true;
        }
        catch (MessageEncodingException)
        {
            Host.Drop(reply, to.Address!, UnmatchedReason.NoSuchPort);
            return false;
        }
    }

    /// <summary>Whether what came over a link may go to a port. If not, it is accounted for.</summary>
    /// <param name="link">The link, or none if it is from this process.</param>
    /// <param name="cell">The port.</param>
    /// <param name="message">What is sent to it, or asked of it.</param>
    public bool Admits(Link? link, PortCell cell, Message message)
    {
        if (link is null || cell.Admits(link.PeerId))
        {
            return true;
        }

        if (MayLogOf(link.PeerId))
        {
            NodeLog.SenderRefused(Host.Log, link.PeerId, cell.CurrentId.ToString(), Printable.Of(message.Tag ?? ""));
        }

        Host.Drop(message, cell.CurrentId.Address!, UnmatchedReason.Refused);
        return false;
    }

    private void RefuseRelay(Link asker, PortId to, Message message)
    {
        if (MayLogOf(asker.PeerId))
        {
            NodeLog.RelayRefused(Host.Log, asker.PeerId, Printable.Of(to.ToString()));
        }

        Host.Drop(message, to.Address!, UnmatchedReason.Refused);
    }

    /// <summary>Delivers what came over a link to a port of this node, or passes it on to another one's.</summary>
    /// <param name="link">The link.</param>
    /// <param name="portName">The name that the port has at this node; if it is another one's, its whole ID.</param>
    /// <param name="message">The message.</param>
    /// <param name="onward">For which links it may wait.</param>
    /// <param name="holdUp">If it was not taken, what it waits for.</param>
    /// <returns>Whether it was taken.</returns>
    public bool TryReceive(
        Link link,
        string portName,
        Message message,
        OnwardWays onward,
        [NotNullWhen(false)] out HoldUp? holdUp)
    {
        holdUp = null;
        if (Relays.TryReadElsewhere(link, portName, out PortId elsewhere))
        {
            return TryPassOn(link, elsewhere, message, onward, out holdUp);
        }

        // Whoever addresses this node by its whole ID is a peer all the same.
        DeliverByName(link, Relays.NameHere(link, portName), message);
        return true;
    }

    // For a port of another node. Whoever sent it is not here to be told what went wrong, but monitors are.
    private bool TryPassOn(
        Link link,
        PortId to,
        Message message,
        OnwardWays onward,
        [NotNullWhen(false)] out HoldUp? holdUp)
    {
        holdUp = null;
        try
        {
            if (Relays.MayPassOn(to, message) && Resolve(to) is (null, { } way))
            {
                return TryPassOn(way, Relays.NameAt(way, to), message, onward, out holdUp);
            }
        }
        catch (Exception exception) when (exception is MessageEncodingException or LimitExceededException)
        {
            // It is lost, and nothing that was sent after it may arrive before those who watch know: so the way ends.
            if (link.Connection is { } connection)
            {
                _network.End(link, connection, $"a message for '{to}' could not be passed on: {exception.Message}");
            }
        }
        catch (MpException)
        {
            // No ID of this node's any more: there is no such port.
        }

        Host.Drop(message, to.Address!, UnmatchedReason.NoSuchPort);
        return true;
    }

    private bool TryPassOn(
        Link way,
        string portName,
        Message message,
        OnwardWays onward,
        [NotNullWhen(false)] out HoldUp? holdUp)
    {
        holdUp = null;
        if (TrySend(way, portName, message, out int bytes))
        {
            onward.See(way);
        }
        else if (onward.MayWaitFor(way))
        {
            holdUp = onward.WaitFor(way, bytes);
        }
        else
        {
            Send(way, portName, message);
        }

        return holdUp is null;
    }
}
