using Mp.Telemetry;

namespace Mp.Ports;

/// <summary>The asynchronous handler that the port waits for has finished.</summary>
internal sealed class ResumeControl(Task handler) : ControlMessage
{
    public override bool RunsWhileSuspended => true;

    public override void Run(PortCell cell) => cell.Resume();

    // Nobody is left whom it could kill, but it must not go unseen.
    public override void Abandon(PortCell cell)
    {
        if (handler.Exception is { } exception)
        {
            NodeLog.HandlerFailedAfterDeath(cell.Host.Log, exception.GetBaseException(), cell.Port.GetType().Name);
        }
    }
}
