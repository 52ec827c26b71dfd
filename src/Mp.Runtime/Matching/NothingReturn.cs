using Mp.CompilerServices;

namespace Mp.Matching;

internal sealed class NothingReturn : HandlerReturn<Nothing>
{
    public override bool End(Nothing result, AddedHandler handler, ref Dispatch dispatch, int number) => false;
}
