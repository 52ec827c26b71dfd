using Mp.Testing.Loops;
using Mp.Transports;

namespace Mp.Testing.Networks;

/// <summary>One machine's way onto a <see cref="FaultyNetwork"/>.</summary>
internal sealed class TestTransport(FaultyNetwork network, Machine machine) : ITransport
{
    public ValueTask<ITransportConnection> ConnectAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken) =>
        new Dial(network, machine, endPoint).Begin(cancellationToken);

    public ValueTask<ITransportListener> ListenAsync(TransportEndPoint endPoint, CancellationToken cancellationToken)
    {
        try
        {
            return ValueTask.FromResult<ITransportListener>(network.Listen(machine, endPoint));
        }
        catch (IOException failure)
        {
            return ValueTask.FromException<ITransportListener>(failure);
        }
    }

    public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
        new(true);

    public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
        int port,
        CancellationToken cancellationToken) => new([new TransportEndPoint(machine.Name, port)]);
}
