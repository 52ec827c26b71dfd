using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of a tag and 2 parameters.</summary>
internal sealed class TypedHandler<T1, T2, TResult> : AddedHandler<TResult>
{
    private readonly Func<T1, T2, TResult> _handler;

    public TypedHandler(Port port, string tag, Func<T1, T2, TResult> handler)
        : base(port, PatternReader.ReadTag(tag))
    {
        ArgumentNullException.ThrowIfNull(handler);
        ElementBinding<T1>.Require(handler);
        ElementBinding<T2>.Require(handler);
        _handler = handler;
    }

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        if (!source.TryTake(out T1? element1)
            || !source.TryTake(out T2? element2))
        {
            return false;
        }

        Begin(ref dispatch);
        return End(_handler(element1!, element2!), ref dispatch, number);
    }
}
