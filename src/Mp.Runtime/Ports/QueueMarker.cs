namespace Mp.Ports;

/// <summary>Stands in a port's inbox for a state that is not a message.</summary>
internal sealed class QueueMarker : ControlMessage
{
    public override void Run(PortCell cell) => throw new InvalidOperationException("A marker is no message.");
}
