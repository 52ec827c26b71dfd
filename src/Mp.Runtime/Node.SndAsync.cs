using Mp.Messages;
using Mp.Ports;

namespace Mp;

/// <content>Sending, when there is room.</content>
public sealed partial class Node
{
    /// <summary>Sends a message: a tag, and nothing else; waits first while too much waits already.</summary>
    /// <remarks>
    /// <para>
    /// So a fast sender keeps to the pace of a slow receiver. It waits while more than
    /// <see cref="NodeOptions.SoftQueuedBytes"/> wait for the port's node, or no more may wait for the connection. When
    /// the link is lost meanwhile, the monitors fire, and the message is sent over the next one. For a port of this
    /// process it waits only if that has a bound (<see cref="PortAttribute"/>), and too much waits for it.
    /// </para>
    /// <para>
    /// Messages that one sender awaits one after the other stay in order. One that waits can be overtaken by what
    /// others send, and by what is sent without awaiting it.
    /// </para>
    /// </remarks>
    /// <param name="to">The port.</param>
    /// <param name="tag">The first element: what the message is.</param>
    /// <param name="cancellationToken">Ends the waiting. Nothing was sent then.</param>
    /// <returns>Completes when the message is on its way.</returns>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired first.</exception>
    public ValueTask SndAsync(PortId to, string tag, CancellationToken cancellationToken = default) =>
        DeliverAsync(to, new TagMessage(tag), cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1>(PortId to, string tag, T1 element1, CancellationToken cancellationToken = default) =>
        DeliverAsync(to, new TypedMessage<T1>(tag, element1), cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1, T2>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(to, new TypedMessage<T1, T2>(tag, element1, element2), cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1, T2, T3>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(to, new TypedMessage<T1, T2, T3>(tag, element1, element2, element3), cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1, T2, T3, T4>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(
            to,
            new TypedMessage<T1, T2, T3, T4>(tag, element1, element2, element3, element4),
            cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(
            to,
            new TypedMessage<T1, T2, T3, T4, T5>(tag, element1, element2, element3, element4, element5),
            cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(
            to,
            new TypedMessage<T1, T2, T3, T4, T5, T6>(tag, element1, element2, element3, element4, element5, element6),
            cancellationToken);

    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)"/>
    public ValueTask SndAsync<T1, T2, T3, T4, T5, T6, T7>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(
            to,
            new TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
                tag, element1, element2, element3, element4, element5, element6, element7),
            cancellationToken);

    /// <summary>
    /// Sends a ready message, such as one that was received; waits first while too much waits already.
    /// </summary>
    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)" path="/remarks"/>
    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)" path="/returns"/>
    /// <inheritdoc cref="SndAsync(PortId, string, CancellationToken)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="message">
    /// The message: <see cref="Message.Create(ReadOnlySpan{object?})"/> composes one of any elements.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting. Nothing was sent then.</param>
    public ValueTask SndAsync(PortId to, Message message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return DeliverAsync(to, message.CloneForQueue(), cancellationToken);
    }

    private ValueTask DeliverAsync(PortId to, Message message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        bool isSent = to.Address is PortCell cell
            && cell.Identity == _host.Identity
            && !_serializeLocal
            && cell.TryEnqueue(message);
        return isSent ? default : _router.RouteAsync(to, message, cancellationToken);
    }
}
