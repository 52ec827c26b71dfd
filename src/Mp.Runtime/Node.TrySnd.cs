using Mp.Messages;
using Mp.Nodes;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp;

/// <content>Sending, if there is room.</content>
public sealed partial class Node
{
    /// <summary>Sends a message: a tag, and nothing else; unless too much waits already.</summary>
    /// <remarks>
    /// Whoever can leave a message out, or send it later, sends so. It is not sent when more than
    /// <see cref="NodeOptions.SoftQueuedBytes"/> wait for the port's node, or no more may wait for the connection. To a
    /// port of this process it always is, unless that has a bound (<see cref="PortAttribute"/>).
    /// </remarks>
    /// <param name="to">The port.</param>
    /// <param name="tag">The first element: what the message is.</param>
    /// <returns><see langword="false"/> if there was no room. Nothing was sent then.</returns>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    public bool TrySnd(PortId to, string tag) =>
        TryDeliver(to, new TagMessage(tag));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1>(PortId to, string tag, T1 element1) =>
        TryDeliver(to, new TypedMessage<T1>(tag, element1));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1, T2>(PortId to, string tag, T1 element1, T2 element2) =>
        TryDeliver(to, new TypedMessage<T1, T2>(tag, element1, element2));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1, T2, T3>(PortId to, string tag, T1 element1, T2 element2, T3 element3) =>
        TryDeliver(to, new TypedMessage<T1, T2, T3>(tag, element1, element2, element3));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1, T2, T3, T4>(PortId to, string tag, T1 element1, T2 element2, T3 element3, T4 element4) =>
        TryDeliver(to, new TypedMessage<T1, T2, T3, T4>(tag, element1, element2, element3, element4));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5) =>
        TryDeliver(to, new TypedMessage<T1, T2, T3, T4, T5>(tag, element1, element2, element3, element4, element5));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6) =>
        TryDeliver(to, new TypedMessage<T1, T2, T3, T4, T5, T6>(
            tag, element1, element2, element3, element4, element5, element6));

    /// <inheritdoc cref="TrySnd(PortId, string)"/>
    public bool TrySnd<T1, T2, T3, T4, T5, T6, T7>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7) =>
        TryDeliver(to, new TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
            tag, element1, element2, element3, element4, element5, element6, element7));

    /// <summary>Sends a message of any elements, unless too much waits already.</summary>
    /// <inheritdoc cref="TrySnd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="TrySnd(PortId, string)" path="/returns"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="elements">The elements.</param>
    public bool TrySnd(PortId to, params ReadOnlySpan<object?> elements) =>
        TryDeliver(to, new ArrayMessage(elements.ToArray()));

    /// <summary>Sends a ready message, such as one that was received, unless too much waits already.</summary>
    /// <inheritdoc cref="TrySnd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="TrySnd(PortId, string)" path="/returns"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="message">The message.</param>
    public bool TrySnd(PortId to, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return TryDeliver(to, message.CloneForQueue());
    }

    private bool TryDeliver(PortId to, Message message)
    {
        if (to.Address is not PortCell cell || cell.Identity != _host.Identity || _serializeLocal)
        {
            return _router.TryRoute(to, message);
        }

        return cell.TryEnqueue(message) || Router.Refuse(Limit.PortCapacity);
    }
}
