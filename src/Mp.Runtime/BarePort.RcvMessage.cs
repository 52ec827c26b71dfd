using System.Runtime.CompilerServices;
using Mp.CompilerServices;

namespace Mp;

/// <content>Handlers of records that are messages, for everybody to add.</content>
public sealed partial class BarePort
{
    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage>(Action<TMessage> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage>(Func<TMessage, bool> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<TMessage>(Func<TMessage, Task> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<TMessage>(Func<TMessage, Task<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage>(Func<TMessage, ValueTask> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage>(Func<TMessage, ValueTask<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage, T1>(Action<TMessage, T1> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, bool> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, Task> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, Task<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, ValueTask> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);

    /// <inheritdoc cref="Port.Rcv{TMessage}(Action{TMessage})"/>
    public new IDisposable Rcv<TMessage, T1>(Func<TMessage, T1, ValueTask<bool>> handler)
        where TMessage : ITypedMessage<TMessage> =>
        base.Rcv(handler);
}
