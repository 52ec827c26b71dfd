using System.Net;
using System.Net.Sockets;

namespace Mp.Transports.Tcp;

/// <summary>A listening socket.</summary>
internal sealed class TcpListener(Socket socket, TransportEndPoint endPoint, TcpOptions options)
    : ITransportListener
{
    private volatile bool _isDisposed;

    public TransportEndPoint EndPoint => endPoint;

    public async ValueTask<ITransportConnection> AcceptAsync(CancellationToken cancellationToken)
    {
        Socket? accepted = null;
        try
        {
            accepted = await socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
            TcpSocketOptions.Apply(accepted, options);
            var remote = (IPEndPoint)accepted.RemoteEndPoint!;
            return new TcpConnection(accepted, new TransportEndPoint(remote.Address.ToString(), remote.Port));
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            accepted?.Dispose();
            throw _isDisposed
                ? new OperationCanceledException($"The listener on {EndPoint} was disposed.", failure)
                : new IOException($"A connection to {EndPoint} failed on arrival: {failure.Message}.", failure);
        }
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        socket.Dispose();
        return default;
    }
}
