using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of messages of one type.</summary>
internal sealed class MessageHandler<TMessage, TResult>(Port port, Func<TMessage, TResult> handler)
    : AddedHandler<TResult>(port, [])
    where TMessage : ITypedMessage<TMessage>
{
    private readonly Func<TMessage, TResult> _handler = handler ?? throw new ArgumentNullException(nameof(handler));

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        if (!source.TryTakeMessage<TMessage>(out TMessage? message))
        {
            return false;
        }

        Begin(ref dispatch);
        return End(_handler(message), ref dispatch, number);
    }
}
