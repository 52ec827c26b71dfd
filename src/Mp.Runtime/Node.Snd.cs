using Mp.CompilerServices;
using Mp.Messages;

namespace Mp;

/// <content>Sending.</content>
public sealed partial class Node
{
    /// <summary>Sends a message: a tag, and nothing else.</summary>
    /// <remarks>
    /// Returns at once. That the message arrives is not promised; that none is lost without the port's monitors firing
    /// is. To a port of this process the elements travel by reference: do not change them afterwards.
    /// </remarks>
    /// <param name="to">The port.</param>
    /// <param name="tag">The first element: what the message is.</param>
    /// <exception cref="InvalidPortIdException">
    /// <paramref name="to"/> names no port, was given out under an earlier identity of this node, or is of another node
    /// while this one is private.
    /// </exception>
    /// <exception cref="MessageEncodingException">The port is remote, and an element can't travel.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public void Snd(PortId to, string tag) =>
        Deliver(to, new TagMessage(tag));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1>(PortId to, string tag, T1 element1) =>
        Deliver(to, new TypedMessage<T1>(tag, element1));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2>(PortId to, string tag, T1 element1, T2 element2) =>
        Deliver(to, new TypedMessage<T1, T2>(tag, element1, element2));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3>(PortId to, string tag, T1 element1, T2 element2, T3 element3) =>
        Deliver(to, new TypedMessage<T1, T2, T3>(tag, element1, element2, element3));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4>(PortId to, string tag, T1 element1, T2 element2, T3 element3, T4 element4) =>
        Deliver(to, new TypedMessage<T1, T2, T3, T4>(tag, element1, element2, element3, element4));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5) =>
        Deliver(to, new TypedMessage<T1, T2, T3, T4, T5>(tag, element1, element2, element3, element4, element5));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6) =>
        Deliver(to, new TypedMessage<T1, T2, T3, T4, T5, T6>(
            tag, element1, element2, element3, element4, element5, element6));

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4, T5, T6, T7>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7) =>
        Deliver(to, new TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
            tag, element1, element2, element3, element4, element5, element6, element7));

    /// <summary>
    /// Sends a message of any elements, led by a string or not. Slower than the overloads with a tag.
    /// </summary>
    /// <inheritdoc cref="Snd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="elements">The elements.</param>
    public void Snd(PortId to, params ReadOnlySpan<object?> elements) =>
        Deliver(to, new ArrayMessage(elements.ToArray()));

    /// <summary>Sends a message to a port that is known by its written ID.</summary>
    /// <inheritdoc cref="Snd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port's ID, <c>node#port</c>.</param>
    /// <param name="elements">The elements.</param>
    /// <exception cref="FormatException"><paramref name="to"/> is no port ID; the message says why.</exception>
    public void Snd(string to, params ReadOnlySpan<object?> elements) => Snd(PortId.Parse(to), elements);

    /// <summary>
    /// Sends a record marked <see cref="MessageAttribute"/>: the list of its tag and its members, as if it were
    /// written out.
    /// </summary>
    /// <inheritdoc cref="Snd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="message">The record.</param>
    public void Snd<TMessage>(PortId to, TMessage message)
        where TMessage : ITypedMessage
    {
        ThrowIfNull(message);
        Deliver(to, message.ToMessage());
    }

    /// <summary>
    /// Sends a record marked <see cref="MessageAttribute"/>, and after its members where to send an answer.
    /// </summary>
    /// <inheritdoc cref="Snd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="message">The record.</param>
    /// <param name="reply">The last element: the port that the answer is for.</param>
    public void Snd<TMessage>(PortId to, TMessage message, PortId reply)
        where TMessage : ITypedMessage
    {
        ThrowIfNull(message);
        Deliver(to, message.ToMessage(reply));
    }

    /// <summary>
    /// Sends a record marked <see cref="MessageAttribute"/> to a port that is known by its written ID.
    /// </summary>
    /// <inheritdoc cref="Snd(PortId, string)" path="/remarks"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port's ID, <c>node#port</c>.</param>
    /// <param name="message">The record.</param>
    /// <exception cref="FormatException"><paramref name="to"/> is no port ID; the message says why.</exception>
    public void Snd<TMessage>(string to, TMessage message)
        where TMessage : ITypedMessage => Snd(PortId.Parse(to), message);

    /// <summary>Sends a ready message, such as one that was received: it is passed on as it is.</summary>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="to">The port.</param>
    /// <param name="message">The message.</param>
    public void Snd(PortId to, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Deliver(to, message.CloneForQueue());
    }

    // A record struct is never null, and would be boxed to find that out where the JIT does not optimize.
    private static void ThrowIfNull<TMessage>(TMessage message)
    {
        if (!typeof(TMessage).IsValueType && message is null)
        {
            throw new ArgumentNullException(nameof(message));
        }
    }
}
