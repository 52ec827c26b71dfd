using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Mp.Wire;

namespace Mp.Torture.Flood;

/// <summary>A peer that has authenticated itself, and says no more. It costs this process little but its socket.</summary>
internal sealed class IdlePeer : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private IdlePeer()
    {
    }

    /// <summary>Connects as another node each time.</summary>
    /// <returns>The peer, or nothing if it was not let in.</returns>
    public static async Task<IdlePeer?> ConnectAsync(IPEndPoint target, string secret, long number)
    {
        var peer = new IdlePeer();
        await peer._socket.ConnectAsync(target);
        if (await peer.ShakeHandsAsync(secret, $"idle{number.ToString(CultureInfo.InvariantCulture)}:1"))
        {
            return peer;
        }

        peer.Dispose();
        return null;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ShakeHandsAsync(string secret, string nodeId)
    {
        var settings = new HandshakeSettings
        {
            NodeId = nodeId,
            Secret = Secret.FromText(secret),
            Keys = ["provider=idle-1"],
        };
        string nonce = Handshake.NonceOf(RandomNumberGenerator.GetBytes(Handshake.NonceBytes));
        var handshake = new Handshake(settings, HandshakeRole.Connector, peerAddress: null, nonce);
        var output = new ArrayBufferWriter<byte>();
        handshake.Begin(output);
        byte[] buffer = new byte[Handshake.MaxLineBytes];
        byte[] unread = [];
        while (true)
        {
            await _socket.SendAsync(output.WrittenMemory);
            output.ResetWrittenCount();
            if (handshake.State == HandshakeState.Completed)
            {
                return true;
            }

            int count = handshake.State == HandshakeState.NeedMore ? await _socket.ReceiveAsync(buffer) : 0;
            if (count == 0)
            {
                return false;
            }

            unread = [.. unread, .. buffer.AsSpan(0, count)];
            handshake.Receive(unread, out int consumed, output);
            unread = unread[consumed..];
        }
    }
}
