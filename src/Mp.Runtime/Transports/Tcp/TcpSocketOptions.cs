using System.Net.Sockets;

namespace Mp.Transports.Tcp;

/// <summary>What every connection asks of the system.</summary>
internal static class TcpSocketOptions
{
    // An idle connection whose other end is gone is noticed after 5 + 3 * 2 seconds.
    private const int KeepAliveSeconds = 5;
    private const int KeepAliveIntervalSeconds = 2;
    private const int KeepAliveRetries = 3;

    // One that has unacknowledged bytes under way is noticed after this long. Numbers of Linux's <netinet/tcp.h>.
    private const int LinuxProtocolTcp = 6;
    private const int LinuxTcpUserTimeout = 18;
    private const int UserTimeoutMilliseconds = 10_000;

    public static void Apply(Socket socket)
    {
        // A message is flushed when it is complete: waiting for more to send only costs time.
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveRetries);
        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(
                LinuxProtocolTcp,
                LinuxTcpUserTimeout,
                BitConverter.GetBytes(UserTimeoutMilliseconds));
        }
    }
}
