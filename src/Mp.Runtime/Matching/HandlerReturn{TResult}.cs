using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>What a handler's result means: whether it stays, and whether it has to be waited for.</summary>
/// <remarks>Instances are stateless.</remarks>
internal abstract class HandlerReturn<TResult>
{
    /// <summary>The one for this type of result.</summary>
    public static HandlerReturn<TResult> Instance { get; } = Find();

    /// <summary>Whether the handler may have something left to do when it returns.</summary>
    public static bool IsAsynchronous { get; } =
        typeof(TResult) != typeof(Nothing) && typeof(TResult) != typeof(bool);

    /// <summary>Deals with a result.</summary>
    /// <returns><see langword="true"/> if the handler has to be waited for.</returns>
    public abstract bool End(TResult result, AddedHandler handler, ref Dispatch dispatch, int number);

    private static HandlerReturn<TResult> Find() =>
        (new NothingReturn() as HandlerReturn<TResult>) ?? (new BooleanReturn() as HandlerReturn<TResult>)
        ?? (new TaskReturn() as HandlerReturn<TResult>) ?? (new TaskOfBooleanReturn() as HandlerReturn<TResult>)
        ?? (new ValueTaskReturn() as HandlerReturn<TResult>)
        ?? (new ValueTaskOfBooleanReturn() as HandlerReturn<TResult>)
        ?? throw new NotSupportedException($"No handler returns a '{typeof(TResult)}'.");
}
