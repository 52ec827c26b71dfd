using Mp.Transports;
using Mp.Transports.Tcp;

namespace Mp.Torture.Cuts;

/// <summary>Connects to one end point, whatever is asked for.</summary>
internal sealed class RedirectedTransport(TransportEndPoint target) : ITransport
{
    private readonly TcpTransport _tcp = new();

    public ValueTask<ITransportConnection> ConnectAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
        _tcp.ConnectAsync(target, cancellationToken);

    public ValueTask<ITransportListener> ListenAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
        _tcp.ListenAsync(endPoint, cancellationToken);

    public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
        _tcp.IsLoopbackAsync(endPoint, cancellationToken);

    public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
        int port,
        CancellationToken cancellationToken) =>
        _tcp.GetDefaultEndPointsAsync(port, cancellationToken);
}
