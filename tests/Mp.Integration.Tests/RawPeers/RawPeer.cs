using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>The other end of a connection, byte by byte, and nothing of the product in it.</summary>
internal sealed class RawPeer : IDisposable
{
    /// <summary>The node ID that it gives itself.</summary>
    public const string Id = "raw-peer";

    /// <summary>A nonce that is nobody else's.</summary>
    public const string Nonce = "a nonce of the raw peer";

    private readonly Socket _socket;
    private readonly NetworkStream _stream;

    private RawPeer(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket);
    }

    /// <summary>Where it is, as the node's log names it.</summary>
    public string EndPoint => _socket.LocalEndPoint!.ToString()!;

    /// <summary>A greeting line.</summary>
    public static string Greeting(
        string protocol = "aemp",
        string version = "1",
        string id = Id,
        string methods = "hmac_sha3_512",
        string framings = "msgpack,json",
        string provider = "raw") => $"{protocol};{version};{id};{methods};{framings};provider={provider}";

    /// <summary>Connects to a node.</summary>
    public static Task<RawPeer> ConnectAsync(Node node) => ConnectAsync(PublicNode.EndPointOf(node));

    /// <summary>Connects to whatever listens there.</summary>
    public static async Task<RawPeer> ConnectAsync(IPEndPoint target)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(target).Bounded();
        return new RawPeer(socket);
    }

    /// <summary>Takes a connection that a node opens.</summary>
    public static async Task<RawPeer> AcceptAsync(Socket listener) => new(await listener.AcceptAsync().Bounded());

    /// <summary>Connects to a node, and authenticates.</summary>
    public static Task<RawPeer> AuthenticateAsync(Node node, string framing, string provider = "raw") =>
        AuthenticateAsync(PublicNode.EndPointOf(node), framing, provider);

    /// <summary>Connects to the node there, and authenticates.</summary>
    public static async Task<RawPeer> AuthenticateAsync(IPEndPoint target, string framing, string provider = "raw")
    {
        RawPeer peer = await ConnectAsync(target);
        string remote = await peer.ReadLineAsync() + "\n" + await peer.ReadLineAsync() + "\n";
        string own = $"{Greeting(framings: framing, provider: provider)}\n{Nonce}\n";
        await peer.SendAsync(own + Proof(PublicNode.SecretText, own, remote, framing));
        Assert.StartsWith("hmac_sha3_512;", await peer.ReadLineAsync(), StringComparison.Ordinal);
        return peer;
    }

    /// <summary>The line that proves that one knows the secret.</summary>
    public static string Proof(
        string secret,
        string own,
        string remote,
        string framing,
        string method = "hmac_sha3_512")
    {
        byte[] hash = HMACSHA3_512.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(own + remote));
        return $"{method};{Convert.ToHexStringLower(hash)};{framing}\n";
    }

    /// <summary>Sends text, in UTF-8.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes. That the node has closed the connection in the meantime is no error.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        try
        {
            await _stream.WriteAsync(bytes).Bounded();
        }
        catch (IOException)
        {
            // Closed, which is what most tests here are about.
        }
    }

    /// <summary>Reads a line of the handshake; less, if the connection ends.</summary>
    public async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        byte[] next = new byte[1];
        while (await ReadAsync(next) == 1 && next[0] != (byte)'\n')
        {
            line.Append((char)next[0]);
        }

        return line.ToString();
    }

    /// <summary>Reads at least so many bytes, as text; less, if the connection ends.</summary>
    public async Task<string> ReadTextAsync(int least)
    {
        var text = new StringBuilder();
        byte[] bytes = new byte[4096];
        for (int count = 1; count > 0 && text.Length < least;)
        {
            count = await ReadAsync(bytes);
            text.Append(Encoding.UTF8.GetString(bytes, 0, count));
        }

        return text.ToString();
    }

    /// <summary>Reads at least so many bytes; less, if the connection ends.</summary>
    public async Task<byte[]> ReadAtLeastAsync(int least)
    {
        List<byte> read = [];
        byte[] bytes = new byte[4096];
        for (int count = 1; count > 0 && read.Count < least;)
        {
            count = await ReadAsync(bytes);
            read.AddRange(bytes[..count]);
        }

        return [.. read];
    }

    /// <summary>Waits for the node to close the connection.</summary>
    /// <returns>What it said before.</returns>
    public async Task<string> ReadToEndAsync()
    {
        var text = new StringBuilder();
        byte[] bytes = new byte[4096];
        for (int count = await ReadAsync(bytes); count > 0; count = await ReadAsync(bytes))
        {
            text.Append(Encoding.Latin1.GetString(bytes, 0, count));
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    // A node that closes a connection with something unread in it resets it: the end, as well.
    private async Task<int> ReadAsync(byte[] bytes)
    {
        try
        {
            return await _stream.ReadAsync(bytes).Bounded();
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
