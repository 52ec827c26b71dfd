using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of a tag and 1 parameter.</summary>
internal sealed class TypedHandler<T1, TResult> : AddedHandler<TResult>
{
    private readonly Func<T1, TResult> _handler;

    public TypedHandler(Port port, string tag, Func<T1, TResult> handler)
        : base(port, PatternReader.ReadTag(tag))
    {
        ArgumentNullException.ThrowIfNull(handler);
        ElementBinding<T1>.Require(handler);
        _handler = handler;
    }

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        if (!source.TryTake(out T1? element1))
        {
            return false;
        }

        Begin(ref dispatch);
        return End(_handler(element1!), ref dispatch, number);
    }
}
