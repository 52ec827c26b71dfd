using Mp.CompilerServices;

namespace Mp.Matching;

internal sealed class TaskOfBooleanReturn : HandlerReturn<Task<bool>>
{
    public override bool End(Task<bool> result, AddedHandler handler, ref Dispatch dispatch, int number)
    {
        if (!result.IsCompletedSuccessfully)
        {
            return dispatch.EndAsync(result, number);
        }

        // Not left to the dispatch: by its number, it would remove a generated handler.
        dispatch.LeaveContext();
#pragma warning disable VSTHRD002 // It has finished: this waits for nothing.
        if (result.Result)
#pragma warning restore VSTHRD002
        {
            handler.Dispose();
        }

        return false;
    }
}
