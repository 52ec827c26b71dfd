namespace Mp.Ports;

/// <summary>The synchronization context of a port's handlers: what they await continues in their port's turn.</summary>
internal sealed class PortContext(PortCell cell) : SynchronizationContext
{
    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) =>
        cell.Enqueue(new ContinuationControl(d, state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current != this)
        {
            throw new NotSupportedException("A port runs one thing at a time, and waits for nobody: use Post, or Snd.");
        }

        d(state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
