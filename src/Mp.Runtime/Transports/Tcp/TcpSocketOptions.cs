using System.Net.Sockets;

namespace Mp.Transports.Tcp;

/// <summary>What every connection asks of the system.</summary>
internal static class TcpSocketOptions
{
    // Numbers of Linux's <netinet/tcp.h>.
    private const int LinuxProtocolTcp = 6;
    private const int LinuxTcpUserTimeout = 18;

    public static void Apply(Socket socket, TcpOptions options)
    {
        // A message is flushed when it is complete: waiting for more to send only costs time.
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        Set(socket, SocketOptionName.TcpKeepAliveTime, (int)options.KeepAliveTime.TotalSeconds);
        Set(socket, SocketOptionName.TcpKeepAliveInterval, (int)options.KeepAliveInterval.TotalSeconds);
        Set(socket, SocketOptionName.TcpKeepAliveRetryCount, options.KeepAliveRetries);
        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(
                LinuxProtocolTcp,
                LinuxTcpUserTimeout,
                BitConverter.GetBytes((int)options.UserTimeout.TotalMilliseconds));
        }
    }

    private static void Set(Socket socket, SocketOptionName name, int value) =>
        socket.SetSocketOption(SocketOptionLevel.Tcp, name, value);
}
