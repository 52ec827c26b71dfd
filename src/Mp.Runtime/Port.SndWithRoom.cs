namespace Mp;

/// <content>Sending, if there is room, or when there is.</content>
public abstract partial class Port
{
    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd(PortId to, string tag) =>
        Node.TrySnd(to, tag);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1>(PortId to, string tag, T1 element1) =>
        Node.TrySnd(to, tag, element1);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1, T2>(PortId to, string tag, T1 element1, T2 element2) =>
        Node.TrySnd(to, tag, element1, element2);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1, T2, T3>(PortId to, string tag, T1 element1, T2 element2, T3 element3) =>
        Node.TrySnd(to, tag, element1, element2, element3);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1, T2, T3, T4>(PortId to, string tag, T1 element1, T2 element2, T3 element3, T4 element4) =>
        Node.TrySnd(to, tag, element1, element2, element3, element4);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5) =>
        Node.TrySnd(to, tag, element1, element2, element3, element4, element5);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6) =>
        Node.TrySnd(to, tag, element1, element2, element3, element4, element5, element6);

    /// <inheritdoc cref="Node.TrySnd(PortId, string)"/>
    protected bool TrySnd<T1, T2, T3, T4, T5, T6, T7>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7) =>
        Node.TrySnd(to, tag, element1, element2, element3, element4, element5, element6, element7);

    /// <inheritdoc cref="Node.TrySnd(PortId, ReadOnlySpan{object?})"/>
    protected bool TrySnd(PortId to, params ReadOnlySpan<object?> elements) => Node.TrySnd(to, elements);

    /// <inheritdoc cref="Node.TrySnd(PortId, Message)"/>
    protected bool TrySnd(PortId to, Message message) => Node.TrySnd(to, message);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync(PortId to, string tag, CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1>(
        PortId to,
        string tag,
        T1 element1,
        CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, element1, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1, T2>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, element1, element2, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1, T2, T3>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, element1, element2, element3, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1, T2, T3, T4>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, element1, element2, element3, element4, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, element1, element2, element3, element4, element5, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, tag, element1, element2, element3, element4, element5, element6, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, string, CancellationToken)"/>
    protected ValueTask SndAsync<T1, T2, T3, T4, T5, T6, T7>(
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
        Node.SndAsync(to, tag, element1, element2, element3, element4, element5, element6, element7, cancellationToken);

    /// <inheritdoc cref="Node.SndAsync(PortId, Message, CancellationToken)"/>
    protected ValueTask SndAsync(PortId to, Message message, CancellationToken cancellationToken = default) =>
        Node.SndAsync(to, message, cancellationToken);
}
