using System.Net.Sockets;

namespace Mp.Transports.Tcp;

/// <summary>A connected socket, as a stream that owns it.</summary>
internal sealed class TcpConnection(Socket socket, TransportEndPoint remoteEndPoint) : ITransportConnection
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    public Stream Stream => _stream;

    public TransportEndPoint RemoteEndPoint => remoteEndPoint;

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
