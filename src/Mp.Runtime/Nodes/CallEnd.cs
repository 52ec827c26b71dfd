using Mp.Ports;

namespace Mp.Nodes;

/// <summary>Ends a call without an answer, in the turn of the port that the answer was for.</summary>
internal sealed class CallEnd(Exception failure) : ControlMessage
{
    public override void Run(PortCell cell) => ((ReplyPort)cell.Port).Fail(failure);
}
