namespace Mp.Ports;

/// <summary>The rest of an asynchronous handler, after an <c>await</c>.</summary>
internal sealed class ContinuationControl(SendOrPostCallback callback, object? state) : ControlMessage
{
    public override bool RunsWhileSuspended => true;

    public override void Run(PortCell cell) => cell.RunInContext(callback, state);

    // The port is dead, but the handler has begun: let it finish (its 'finally' blocks, say), in no port's turn.
    public override void Abandon(PortCell cell) =>
        cell.Host.Scheduler.Schedule(new CallbackWorkItem(() => callback(state), cell.Host.Log));
}
