using Mp.CompilerServices;

namespace Mp.Matching;

internal sealed class ValueTaskReturn : HandlerReturn<ValueTask>
{
    public override bool End(ValueTask result, AddedHandler handler, ref Dispatch dispatch, int number) =>
        dispatch.EndAsync(result, number);
}
