using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of messages of one type, and of one element after it.</summary>
internal sealed class MessageHandler<TMessage, T1, TResult> : AddedHandler<TResult>
    where TMessage : ITypedMessage<TMessage>
{
    private readonly Func<TMessage, T1, TResult> _handler;

    public MessageHandler(Port port, Func<TMessage, T1, TResult> handler)
        : base(port, [])
    {
        ArgumentNullException.ThrowIfNull(handler);
        ElementBinding<T1>.Require(handler);
        _handler = handler;
    }

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        if (!source.TryTakeMessage<TMessage>(out TMessage? message)
            || !source.TryTake(out T1? element1))
        {
            return false;
        }

        Begin(ref dispatch);
        return End(_handler(message, element1!), ref dispatch, number);
    }
}
