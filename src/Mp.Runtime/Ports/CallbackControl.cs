namespace Mp.Ports;

/// <summary>A callback that is to run in the port's turn, as a message would.</summary>
internal sealed class CallbackControl(Action callback) : ControlMessage
{
    public override void Run(PortCell cell) => cell.RunInContext(static state => ((Action)state!)(), callback);
}
