using Mp.CompilerServices;

namespace Mp;

/// <content>Sending.</content>
public abstract partial class Port
{
    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd(PortId to, string tag) =>
        Node.Snd(to, tag);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1>(PortId to, string tag, T1 element1) =>
        Node.Snd(to, tag, element1);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1, T2>(PortId to, string tag, T1 element1, T2 element2) =>
        Node.Snd(to, tag, element1, element2);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1, T2, T3>(PortId to, string tag, T1 element1, T2 element2, T3 element3) =>
        Node.Snd(to, tag, element1, element2, element3);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1, T2, T3, T4>(PortId to, string tag, T1 element1, T2 element2, T3 element3, T4 element4) =>
        Node.Snd(to, tag, element1, element2, element3, element4);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5) =>
        Node.Snd(to, tag, element1, element2, element3, element4, element5);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6) =>
        Node.Snd(to, tag, element1, element2, element3, element4, element5, element6);

    /// <inheritdoc cref="Node.Snd(PortId, string)"/>
    protected void Snd<T1, T2, T3, T4, T5, T6, T7>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7) =>
        Node.Snd(to, tag, element1, element2, element3, element4, element5, element6, element7);

    /// <inheritdoc cref="Node.Snd(PortId, ReadOnlySpan{object?})"/>
    protected void Snd(PortId to, params ReadOnlySpan<object?> elements) => Node.Snd(to, elements);

    /// <inheritdoc cref="Node.Snd(string, ReadOnlySpan{object?})"/>
    protected void Snd(string to, params ReadOnlySpan<object?> elements) => Node.Snd(to, elements);

    /// <inheritdoc cref="Node.Snd{TMessage}(PortId, TMessage)"/>
    protected void Snd<TMessage>(PortId to, TMessage message)
        where TMessage : ITypedMessage => Node.Snd(to, message);

    /// <inheritdoc cref="Node.Snd{TMessage}(PortId, TMessage, PortId)"/>
    protected void Snd<TMessage>(PortId to, TMessage message, PortId reply)
        where TMessage : ITypedMessage => Node.Snd(to, message, reply);

    /// <inheritdoc cref="Node.Snd{TMessage}(string, TMessage)"/>
    protected void Snd<TMessage>(string to, TMessage message)
        where TMessage : ITypedMessage => Node.Snd(to, message);

    /// <inheritdoc cref="Node.Snd(PortId, Message)"/>
    protected void Snd(PortId to, Message message) => Node.Snd(to, message);
}
