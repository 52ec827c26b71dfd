using System.Text;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>Something that a node must not accept as an introduction.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Reason">Words of the reason that the log gives.</param>
/// <param name="Bytes">The bytes, made of the two lines that the node has sent.</param>
public sealed record BadGreeting(string Name, string Reason, Func<string[], byte[]> Bytes)
{
    private static readonly byte[] TlsClientHello =
    [
        0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03,
        .. Enumerable.Repeat((byte)0x5a, 506), (byte)'\n',
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadGreeting> All { get; } =
    [
        Text("too long", "4096", static _ => "aemp;1;x;" + new string('x', 5000)),
        Text("too long, with an end", "4096", static _ => RawPeer.Greeting() + ";x=" + new string('x', 5000) + "\n"),
        Text("too long a nonce", "4096", static _ => RawPeer.Greeting() + "\n" + new string('x', 5000)),
        Text("garbage", "protocol", static _ => "\0\u0001\u0002 what is this\nand this\n"),
        Text("empty lines", "protocol", static _ => "\n\n\n"),
        new("TLS", "protocol", static _ => TlsClientHello),
        Text("HTTP", "protocol", static _ => "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Text("wrong protocol word", "protocol", static _ => RawPeer.Greeting(protocol: "aemp-dataconn") + "\nn\n"),
        Text("wrong version", "version '2'", static _ => RawPeer.Greeting(version: "2") + "\nn\n"),
        Text("no version", "version", static _ => RawPeer.Greeting(version: "") + "\nn\n"),
        Text("too few fields", "fields", static _ => "aemp;1;raw-peer\nn\n"),
        Text("no node ID", "node ID", static _ => RawPeer.Greeting(id: "") + "\nn\n"),
        Text("node ID that is none", "node ID", static _ => RawPeer.Greeting(id: "a#b") + "\nn\n"),
        Text("our own node ID", "own ID", static lines => RawPeer.Greeting(id: lines[0].Split(';')[2]) + "\nn\n"),
        Text("echo", "own ID", static lines => $"{lines[0]}\n{lines[1]}\n"),
        Text("our own nonce", "nonce", static lines => $"{RawPeer.Greeting()}\n{lines[1]}\n"),
        Text("unknown method only", "authentication", static _ => RawPeer.Greeting(methods: "cleartext") + "\nn\n"),
        Text("unknown framing only", "framing", static _ => RawPeer.Greeting(framings: "storable") + "\nn\n"),
        Text("carriage return", "carriage return", static _ => RawPeer.Greeting() + ";a=\rb\nn\n"),
        Proved("wrong secret", "secret", static (own, remote) =>
            RawPeer.Proof("not the secret at all", own, remote, "json")),
        Proved("proof of the other direction", "secret", static (own, remote) =>
            RawPeer.Proof(Support.PublicNode.SecretText, remote, own, "json")),
        Proved("upper-case proof", "secret", static (own, remote) =>
            "hmac_sha3_512;" + Genuine(own, remote).Split(';')[1].ToUpperInvariant() + ";json\n"),
        Proved("half a proof", "secret", static (own, remote) => Genuine(own, remote)[..40] + ";json\n"),
        Proved("method not listed", "authenticate", static (own, remote) =>
            RawPeer.Proof(Support.PublicNode.SecretText, own, remote, "json", "cleartext")),
        Proved("secret in clear text", "authenticate", static (_, _) =>
            $"cleartext;{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Support.PublicNode.SecretText))};json\n"),
        Proved("framing not listed", "framing", static (own, remote) =>
            RawPeer.Proof(Support.PublicNode.SecretText, own, remote, "storable")),
        Proved("empty proof", "authenticate", static (_, _) => "\n"),
    ];

    private static BadGreeting Text(string name, string reason, Func<string[], string> text) =>
        new(name, reason, lines => Encoding.UTF8.GetBytes(text(lines)));

    private static BadGreeting Proved(string name, string reason, Func<string, string, string> proof) =>
        Text(name, reason, lines =>
        {
            string own = $"{RawPeer.Greeting()}\n{RawPeer.Nonce}\n";
            return own + proof(own, $"{lines[0]}\n{lines[1]}\n");
        });

    private static string Genuine(string own, string remote) =>
        RawPeer.Proof(Support.PublicNode.SecretText, own, remote, "json");
}
