using System.Buffers;
using System.Text.Json;
using Mp.Runtime.Tests.Wire;
using Mp.TestKit;
using Mp.Transports;
using Mp.Wire;
using Mp.Wire.Authentication;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A peer of another implementation: it says word for word what the test says, and reads what comes.</summary>
internal sealed class RawPeer : IAsyncDisposable
{
    private readonly ITransportConnection _connection;
    private readonly Handshake _handshake;
    private readonly List<byte> _received = [];
    private IFrameReader? _frames;

    private RawPeer(ITransportConnection connection, Handshake handshake)
    {
        _connection = connection;
        _handshake = handshake;
    }

    /// <summary>Introduces itself, as whoever dialled or was dialled, and is let in.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="role">Which of the two it is.</param>
    /// <param name="nodeId">What it calls itself.</param>
    /// <param name="framing">The framing that it reads; or several, the preferred one first, with commas between.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="isOfEarlierProtocol">Whether it is of AEMP 1.x.</param>
    public static async Task<RawPeer> MeetAsync(
        ITransportConnection connection,
        HandshakeRole role,
        string nodeId,
        string framing,
        Secret secret,
        bool isOfEarlierProtocol = false)
    {
        var settings = new HandshakeSettings
        {
            NodeId = nodeId,
            Secret = secret,
            Framings = framing.Split(','),
            Methods = [isOfEarlierProtocol ? AuthenticationMethod.HmacMd6 : AuthenticationMethod.HmacSha3],
            Keys = isOfEarlierProtocol ? ["provider=AE-1.30"] : ["provider=AE-2.01", "mproto=1", "gproto=1"],
        };
        var peer = new RawPeer(connection, new Handshake(settings, role, "127.0.0.1:1", "the nonce of " + nodeId));
        await peer.ShakeHandsAsync();
        return peer;
    }

    /// <summary>In what the node sends.</summary>
    public Framing ReceiveFraming => _handshake.ReceiveFraming;

    public async Task SendAsync(byte[] frame) => await _connection.Stream.WriteAsync(frame);

    /// <summary>The next frame, as JSON: the port's name, and the elements.</summary>
    public async Task<string> NextAsync()
    {
        while (true)
        {
            if (_frames!.TryRead(_received.ToArray(), out int consumed, out Frame frame))
            {
                var values = ReadFrame.Copy(frame).Values;
                string name = System.Text.Encoding.UTF8.GetString(frame.PortName);
                _received.RemoveRange(0, consumed);
                if (values.Length > 0)
                {
                    return JsonSerializer.Serialize((object?[])[name, .. values]);
                }

                continue;
            }

            await FillAsync();
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ShakeHandsAsync()
    {
        var output = new ArrayBufferWriter<byte>();
        _handshake.Begin(output);
        HandshakeState state = HandshakeState.NeedMore;
        while (state != HandshakeState.Completed)
        {
            await _connection.Stream.WriteAsync(output.WrittenMemory);
            output.ResetWrittenCount();
            if (state == HandshakeState.NeedMore && output.WrittenCount == 0)
            {
                await FillAsync();
            }

            state = _handshake.Receive(_received.ToArray(), out int consumed, output);
            _received.RemoveRange(0, consumed);
            Assert.NotEqual(HandshakeState.Failed, state);
            if (state == HandshakeState.Authenticated)
            {
                _handshake.Accept(output);
                state = HandshakeState.Completed;
                await _connection.Stream.WriteAsync(output.WrittenMemory);
                output.ResetWrittenCount();
            }
        }

        await _connection.Stream.WriteAsync(output.WrittenMemory);
        _frames = Framings.CreateReader(_handshake.ReceiveFraming, new WireLimits(), isExact: true);
    }

    private async Task FillAsync()
    {
        byte[] piece = new byte[4096];
        int count = await _connection.Stream.ReadAsync(piece).AsTask().Bounded();
        Assert.NotEqual(0, count);
        _received.AddRange(piece[..count]);
    }
}
