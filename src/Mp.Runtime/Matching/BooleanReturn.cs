using Mp.CompilerServices;

namespace Mp.Matching;

internal sealed class BooleanReturn : HandlerReturn<bool>
{
    public override bool End(bool result, AddedHandler handler, ref Dispatch dispatch, int number)
    {
        if (result)
        {
            handler.Dispose();
        }

        return false;
    }
}
