namespace Mp.Ports;

/// <summary>The port is to die, after all that was sent to it before.</summary>
internal sealed class KillControl(Reason reason) : ControlMessage
{
    public override void Run(PortCell cell) => cell.Die(reason);
}
