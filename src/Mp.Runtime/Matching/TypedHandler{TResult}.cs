using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler of a tag and no parameters.</summary>
internal sealed class TypedHandler<TResult> : AddedHandler<TResult>
{
    private readonly Func<TResult> _handler;

    public TypedHandler(Port port, string tag, Func<TResult> handler)
        : base(port, PatternReader.ReadTag(tag))
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handler = handler;
    }

    protected override bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number)
    {
        Begin(ref dispatch);
        return End(_handler(), ref dispatch, number);
    }
}
