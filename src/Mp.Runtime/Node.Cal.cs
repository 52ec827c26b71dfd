using Mp.CompilerServices;
using Mp.Messages;
using Mp.Nodes;

#pragma warning disable CA1068 // The token comes first: so neither it nor a null is taken for something else.

namespace Mp;

/// <content>Calling: sending, and waiting for the answer.</content>
public sealed partial class Node
{
    /// <summary>
    /// Calls a port: sends a tag, and after it the ID of a port for the answer, and waits for what is sent there.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The port called sees an ordinary message, whose last element says where to send the answer. It answers with any
    /// message, or refuses by killing the port for the answer with a reason. The first answer counts; what is sent
    /// there later is dropped as for any dead port, and counted. If the port called dies without an answer, or its node
    /// is lost, the call fails, even if it has passed the question on.
    /// </para>
    /// <para>
    /// What is awaited in a handler goes on in the port's turn, and its next message waits for that: two ports that
    /// call each other from their handlers wait for each other until the time is over. Elsewhere, without another
    /// context to go back to, it goes on on a thread of the node's scheduler, which must not be blocked.
    /// </para>
    /// <para>
    /// Name what is no element, as in <c>Cal(to, "total", account, timeout: limit)</c>: what has no name is one. Only a
    /// <see cref="CancellationToken"/> that comes last is the token.
    /// </para>
    /// </remarks>
    /// <param name="to">The port to call; a node's own port answers its requests.</param>
    /// <param name="tag">The first element: what is asked.</param>
    /// <param name="cancellationToken">Ends the wait. What was sent stays sent.</param>
    /// <param name="timeout">
    /// How long to wait for the answer: more than 0, up to 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>. Default:
    /// <see cref="NodeOptions.CallTimeout"/>.
    /// </param>
    /// <returns>
    /// The answer. Fails with <see cref="CallException"/> if none can come any more, with
    /// <see cref="TimeoutException"/> if none came in time, with <see cref="OperationCanceledException"/> if
    /// <paramref name="cancellationToken"/> fired, and with <see cref="ObjectDisposedException"/> if this node ended.
    /// </returns>
    /// <exception cref="InvalidPortIdException">
    /// <paramref name="to"/> names no port, was given out under an earlier identity of this node, or is of another node
    /// while this one is private.
    /// </exception>
    /// <exception cref="MessageEncodingException">The port is remote, and an element can't travel.</exception>
    /// <exception cref="LimitExceededException">
    /// It would be one more node or monitor than <see cref="NodeOptions"/> allow: the port called is watched.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is none of those.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public Task<Message> Cal(
        PortId to,
        string tag,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Ask(to, new TypedMessage<PortId>(tag, NewReply(out ReplyPort reply)), reply, cancellationToken, timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1>(
        PortId to,
        string tag,
        T1 element1,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Ask(
            to,
            new TypedMessage<T1, PortId>(tag, element1, NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1, T2>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Ask(
            to,
            new TypedMessage<T1, T2, PortId>(tag, element1, element2, NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1, T2, T3>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Ask(
            to,
            new TypedMessage<T1, T2, T3, PortId>(tag, element1, element2, element3, NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1, T2, T3, T4>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Ask(
            to,
            new TypedMessage<T1, T2, T3, T4, PortId>(
                tag, element1, element2, element3, element4, NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1, T2, T3, T4, T5>(
        PortId to,
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null) =>
        Ask(
            to,
            new TypedMessage<T1, T2, T3, T4, T5, PortId>(
                tag, element1, element2, element3, element4, element5, NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1, T2, T3, T4, T5, T6>(
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
        Ask(
            to,
            new TypedMessage<T1, T2, T3, T4, T5, T6, PortId>(
                tag, element1, element2, element3, element4, element5, element6, NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)"/>
    public Task<Message> Cal<T1, T2, T3, T4, T5, T6, T7>(
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
        Ask(
            to,
            new MessageWithReply(
                new TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
                    tag, element1, element2, element3, element4, element5, element6, element7),
                NewReply(out ReplyPort reply)),
            reply,
            cancellationToken,
            timeout);

    /// <summary>Calls a port with a ready message: of any elements, or one that was received.</summary>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/remarks"/>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/returns"/>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/exception"/>
    /// <param name="to">The port to call.</param>
    /// <param name="message">
    /// What is asked; the ID of the port for the answer is added at its end.
    /// <see cref="Message.Create(ReadOnlySpan{object?})"/> composes one of any elements.
    /// </param>
    /// <param name="cancellationToken">Ends the wait. What was sent stays sent.</param>
    /// <param name="timeout">How long to wait for the answer, as in the other overloads.</param>
    public Task<Message> Cal(
        PortId to,
        Message message,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        PortId last = NewReply(out ReplyPort reply);
        Message question = message is WireMessage wire
            ? wire.With(last)
            : new MessageWithReply((MemoryMessage)message, last);
        return Ask(to, question, reply, cancellationToken, timeout);
    }

    /// <summary>Calls a port with a record marked <see cref="MessageAttribute"/>.</summary>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/remarks"/>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/returns"/>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/exception"/>
    /// <param name="to">The port to call.</param>
    /// <param name="message">
    /// What is asked: sent as the list of its tag and members, and after them the ID of the port for the answer.
    /// </param>
    /// <param name="cancellationToken">Ends the wait. What was sent stays sent.</param>
    /// <param name="timeout">How long to wait for the answer, as in the other overloads.</param>
    public Task<Message> Cal(
        PortId to,
        ITypedMessage message,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Ask(to, message.ToMessage(NewReply(out ReplyPort reply)), reply, cancellationToken, timeout);
    }

    /// <summary>Calls a port with a record that says what it is answered by.</summary>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/remarks"/>
    /// <inheritdoc cref="Cal(PortId, string, CancellationToken, TimeSpan?)" path="/exception"/>
    /// <inheritdoc cref="Cal(PortId, ITypedMessage, CancellationToken, TimeSpan?)" path="/param"/>
    /// <returns>
    /// The answer. Fails as the other overloads do, and with <see cref="UnexpectedAnswerException"/> if the answer is
    /// another message.
    /// </returns>
    public Task<TReply> Cal<TReply>(
        PortId to,
        IAnsweredBy<TReply> message,
        CancellationToken cancellationToken = default,
        TimeSpan? timeout = null)
        where TReply : ITypedMessage<TReply>
    {
        ITypedMessage question = message;
        return Expect<TReply>(to, Cal(to, question, cancellationToken, timeout));
    }

    private static async Task<TReply> Expect<TReply>(PortId called, Task<Message> call)
        where TReply : ITypedMessage<TReply>
    {
        Message answer = await call.ConfigureAwait(false);
        return answer.TryGet(out TReply? reply)
            ? reply
            : throw new UnexpectedAnswerException(
                $"'{Printable.Of(called.ToString())}' answered '{Printable.Of(answer.Tag ?? "")}' of {answer.Count} "
                + $"elements, which is no '{typeof(TReply).Name}'. See {nameof(UnexpectedAnswerException.Answer)}.",
                answer);
    }

    // The port for the answer, and the last element of the question.
    private PortId NewReply(out ReplyPort port)
    {
        port = new ReplyPort(_calls);
        return port.Attach(this, _host.Identity).CurrentId;
    }

    private Task<Message> Ask(
        PortId to,
        Message question,
        ReplyPort reply,
        CancellationToken cancellationToken,
        TimeSpan? timeout)
    {
        TimeSpan limit = _calls.TimeoutOf(timeout);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<Message>(cancellationToken);
        }

        reply.Ask(to, question, limit, cancellationToken);
        return reply.Outcome;
    }
}
