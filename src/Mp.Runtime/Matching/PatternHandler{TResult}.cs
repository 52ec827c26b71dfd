using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of all messages that match a pattern, whole.</summary>
internal sealed class PatternHandler<TResult>(
    Port port,
    ReadOnlySpan<object?> pattern,
    Func<Message, TResult> handler) : AddedHandler<TResult>(port, PatternReader.Read(pattern))
{
    private readonly Func<Message, TResult> _handler = handler ?? throw new ArgumentNullException(nameof(handler));

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        _ = source.TryTake(out Message? message);
        Begin(ref dispatch);
        return End(_handler(message!), ref dispatch, number);
    }
}
