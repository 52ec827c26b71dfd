using Mp.CompilerServices;

#pragma warning disable CA1068 // The token comes first: so neither it nor a null is taken for something else.

namespace Mp;

/// <content>Calling: sending, and waiting for the answer.</content>
public abstract partial class Port
{
    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal(
        PortId to,
        string tag,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1>(
        PortId to,
        string tag,
        T1 element1,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, element1, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1, T2>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, element1, element2, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1, T2, T3>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, element1, element2, element3, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1, T2, T3, T4>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, element1, element2, element3, element4, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, element1, element2, element3, element4, element5, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1, T2, T3, T4, T5, T6>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, tag, element1, element2, element3, element4, element5, element6, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal<T1, T2, T3, T4, T5, T6, T7>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(
            to, tag, element1, element2, element3, element4, element5, element6, element7, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, Message, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal(
        PortId to,
        Message message,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, message, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal(PortId, ITypedMessage, CancellationToken, TimeSpan?)"/>
    protected Task<Message> Cal(
        PortId to,
        ITypedMessage message,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Node.Cal(to, message, cancellationToken, timeout);

    /// <inheritdoc cref="Node.Cal{TReply}(PortId, IAnsweredBy{TReply}, CancellationToken, TimeSpan?)"/>
    protected Task<TReply> Cal<TReply>(
        PortId to,
        IAnsweredBy<TReply> message,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null)
        where TReply : ITypedMessage<TReply> =>
        Node.Cal(to, message, cancellationToken, timeout);
}
