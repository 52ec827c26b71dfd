using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of a tag and 6 parameters.</summary>
internal sealed class TypedHandler<T1, T2, T3, T4, T5, T6, TResult> : AddedHandler<TResult>
{
    private readonly Func<T1, T2, T3, T4, T5, T6, TResult> _handler;

    public TypedHandler(Port port, string tag, Func<T1, T2, T3, T4, T5, T6, TResult> handler)
        : base(port, PatternReader.ReadTag(tag))
    {
        ArgumentNullException.ThrowIfNull(handler);
        ElementBinding<T1>.Require(handler);
        ElementBinding<T2>.Require(handler);
        ElementBinding<T3>.Require(handler);
        ElementBinding<T4>.Require(handler);
        ElementBinding<T5>.Require(handler);
        ElementBinding<T6>.Require(handler);
        _handler = handler;
    }

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        if (!source.TryTake(out T1? element1)
            || !source.TryTake(out T2? element2)
            || !source.TryTake(out T3? element3)
            || !source.TryTake(out T4? element4)
            || !source.TryTake(out T5? element5)
            || !source.TryTake(out T6? element6))
        {
            return false;
        }

        Begin(ref dispatch);
        return End(_handler(element1!, element2!, element3!, element4!, element5!, element6!), ref dispatch, number);
    }
}
