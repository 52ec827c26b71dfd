using System.Runtime.CompilerServices;
using Mp.CompilerServices;
using Mp.Matching;

namespace Mp;

/// <content>Handlers of records that are messages, added at run time.</content>
public abstract partial class Port
{
    /// <summary>
    /// Adds a handler of the messages that a record marked <see cref="MessageAttribute"/> stands for.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A message matches if it begins with the record's tag and its members. A second parameter binds to the element
    /// after them: the port to answer, for example. Write the types into the lambda: <c>(OrderPlaced order) => ...</c>.
    /// </para>
    /// <para>In all else it is like <see cref="Rcv(string, Action)"/>.</para>
    /// </remarks>
    /// <inheritdoc cref="Rcv(string, Action)" path="/returns"/>
    /// <inheritdoc cref="Rcv(string, Action)" path="/exception"/>
    /// <param name="handler">Called in the port's turn. What it throws kills the port.</param>
    protected IDisposable Rcv<TMessage>(Action<TMessage> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, Nothing>(this, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage>(Func<TMessage, bool> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, bool>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<TMessage>(Func<TMessage, Task> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, Task>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<TMessage>(Func<TMessage, Task<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, Task<bool>>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage>(Func<TMessage, ValueTask> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, ValueTask>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage>(Func<TMessage, ValueTask<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, ValueTask<bool>>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage, T1>(Action<TMessage, T1> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, T1, Nothing>(this, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, bool> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, T1, bool>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, Task> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, T1, Task>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, Task<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, T1, Task<bool>>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, ValueTask> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, T1, ValueTask>(this, handler));

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    protected IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, ValueTask<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        Add(new MessageHandler<TMessage, T1, ValueTask<bool>>(this, handler));
}
