using System.Net;
using System.Net.Sockets;

namespace Mp.Torture.Processes;

/// <summary>An end point of this machine that nobody listens at.</summary>
internal static class FreeEndPoint
{
    /// <summary>Finds one. Nothing keeps others from taking it.</summary>
    public static IPEndPoint Find()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
