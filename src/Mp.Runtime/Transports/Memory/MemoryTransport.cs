namespace Mp.Transports.Memory;

/// <summary>One node's way onto a <see cref="MemoryNetwork"/>.</summary>
internal sealed class MemoryTransport(MemoryNetwork network) : ITransport
{
    public ValueTask<ITransportConnection> ConnectAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken) => Do(
            () => (ITransportConnection)network.Connect(endPoint),
            cancellationToken);

    public ValueTask<ITransportListener> ListenAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken) => Do(
            () => (ITransportListener)network.Listen(endPoint),
            cancellationToken);

    public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
        new(true);

    public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
        int port,
        CancellationToken cancellationToken) => new([new TransportEndPoint("memory", port)]);

    // Failures come with the task, as they do from a network that takes its time.
    private static ValueTask<T> Do<T>(Func<T> step, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return ValueTask.FromResult(step());
        }
        catch (IOException failure)
        {
            return ValueTask.FromException<T>(failure);
        }
    }
}
