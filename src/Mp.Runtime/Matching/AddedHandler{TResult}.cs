using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler that was added at run time, and what is done with what it returns.</summary>
internal abstract class AddedHandler<TResult>(Port port, ElementTest[] pattern) : AddedHandler(port, pattern)
{
    /// <summary>To be called when the handler has matched, before it runs.</summary>
    protected static void Begin(ref Dispatch dispatch)
    {
        dispatch.Match();
        if (HandlerReturn<TResult>.IsAsynchronous)
        {
            dispatch.BeginAsync();
        }
    }

    /// <summary>To be called with what the handler returned.</summary>
    /// <returns><see langword="true"/> if it has to be waited for.</returns>
    protected bool End(TResult result, ref Dispatch dispatch, int number) =>
        HandlerReturn<TResult>.Instance.End(result, this, ref dispatch, number);
}
