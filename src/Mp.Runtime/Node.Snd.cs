using Mp.CompilerServices;
using Mp.Messages;
using Mp.Nodes;

namespace Mp;

/// <content>Sending.</content>
public sealed partial class Node
{
    /// <summary>Sends a message: a tag, and nothing else.</summary>
    /// <remarks>
    /// Returns at once, or up to 0.1 µs later where 16,384 messages or more wait in a busy port of this process.
    /// That the message arrives is not promised; that none is lost without the port's monitors firing is. To a port of
    /// this process the elements travel by reference: do not change them afterwards.
    /// </remarks>
    /// <param name="to">The port.</param>
    /// <param name="tag">The first element: what the message is.</param>
    /// <exception cref="InvalidPortIdException">
    /// <paramref name="to"/> names no port, was given out under an earlier identity of this node, or is of another node
    /// while this one is private.
    /// </exception>
    /// <exception cref="MessageEncodingException">The port is remote, and an element can't travel.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public void Snd(PortId to, string tag)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            _router.Send(link, to.PortName, Elements.Tagged(tag));
        }
        else
        {
            Deliver(to, new TagMessage(tag));
        }
    }

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1>(PortId to, string tag, T1 element1)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            _router.Send(link, to.PortName, Elements.Tagged(tag, Elements.Of(element1)));
        }
        else
        {
            Deliver(to, new TypedMessage<T1>(tag, element1));
        }
    }

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2>(PortId to, string tag, T1 element1, T2 element2)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            _router.Send(link, to.PortName, Elements.Tagged(tag, Elements.Of(element1, Elements.Of(element2))));
        }
        else
        {
            Deliver(to, new TypedMessage<T1, T2>(tag, element1, element2));
        }
    }

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3>(PortId to, string tag, T1 element1, T2 element2, T3 element3)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            var last = Elements.Of(element2, Elements.Of(element3));
            _router.Send(link, to.PortName, Elements.Tagged(tag, Elements.Of(element1, last)));
        }
        else
        {
            Deliver(to, new TypedMessage<T1, T2, T3>(tag, element1, element2, element3));
        }
    }

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4>(PortId to, string tag, T1 element1, T2 element2, T3 element3, T4 element4)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            var last = Elements.Of(element2, Elements.Of(element3, Elements.Of(element4)));
            _router.Send(link, to.PortName, Elements.Tagged(tag, Elements.Of(element1, last)));
        }
        else
        {
            Deliver(to, new TypedMessage<T1, T2, T3, T4>(tag, element1, element2, element3, element4));
        }
    }

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            var last = Elements.Of(element3, Elements.Of(element4, Elements.Of(element5)));
            _router.Send(link, to.PortName, Elements.Tagged(tag, Elements.Of(element1, Elements.Of(element2, last))));
        }
        else
        {
            Deliver(to, new TypedMessage<T1, T2, T3, T4, T5>(tag, element1, element2, element3, element4, element5));
        }
    }

    /// <inheritdoc cref="Snd(PortId, string)"/>
    public void Snd<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            var last = Elements.Of(element3, Elements.Of(element4, Elements.Of(element5, Elements.Of(element6))));
            _router.Send(link, to.PortName, Elements.Tagged(tag, Elements.Of(element1, Elements.Of(element2, last))));
        }
        else
        {
            Deliver(to, new TypedMessage<T1, T2, T3, T4, T5, T6>(
                tag, element1, element2, element3, element4, element5, element6));
        }
    }

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
        T7 element7)
    {
        if (WrittenRoute.Of(to, _host) is { } link)
        {
            var last = Elements.Of(element4, Elements.Of(element5, Elements.Of(element6, Elements.Of(element7))));
            var first = Elements.Of(element1, Elements.Of(element2, Elements.Of(element3, last)));
            _router.Send(link, to.PortName, Elements.Tagged(tag, first));
        }
        else
        {
            Deliver(to, new TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
                tag, element1, element2, element3, element4, element5, element6, element7));
        }
    }

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
