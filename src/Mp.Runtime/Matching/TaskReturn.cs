using Mp.CompilerServices;

namespace Mp.Matching;

internal sealed class TaskReturn : HandlerReturn<Task>
{
    public override bool End(Task result, AddedHandler handler, ref Dispatch dispatch, int number) =>
        dispatch.EndAsync(result, number);
}
