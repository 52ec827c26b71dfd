using System.Globalization;

namespace Echo;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage = """
        usage: Echo [OPTION VALUE]...
          --node-id ID              by which others know it (where it listens)
          --bind HOST:PORT,...      where to listen (127.0.0.1:0: any free port)
          --seed HOST:PORT,...      nodes through which it finds others (none)
          --group NAME              that its port is registered in, and watches (echo)
          --secret TEXT             of at least 16 bytes (the environment's MP_SECRET)
          --framing LIST            what it receives, preferred first (msgpack,cbor,json)
          --cert FILE               certificate, key and authorities, in PEM
          --spawn-name NAME         by which others spawn such a port (AempPeer::init)
          --accept LIST             methods of authentication, besides hmac_sha3_512: cleartext, tls_anon,
                                    hmac_md6_64_256, tls_md6_64_256
          --max-message BYTES       the longest message (16777216)
          --handshake-timeout SECONDS
          --time SECONDS            after which it ends (never)
        """;

    private static readonly string[] Methods =
        ["hmac_sha3_512", "tls_sha3_512", "cleartext", "tls_anon", "hmac_md6_64_256", "tls_md6_64_256"];

    public NodeOptions Node { get; private init; } = new() { Binds = ["127.0.0.1:0"] };

    public string Group { get; private init; } = "echo";

    public string SpawnName { get; private init; } = "AempPeer::init";

    public TimeSpan Time { get; private init; } = Timeout.InfiniteTimeSpan;

    /// <exception cref="FormatException">There is no such option, or its value is none.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (int index = 0; index < args.Length; index += 2)
        {
            string value = index + 1 < args.Length
                ? args[index + 1]
                : throw new FormatException($"'{args[index]}' has no value");
            options = options.With(args[index], value);
        }

        return options;
    }

    private Options With(string option, string value) => option switch
    {
        "--node-id" => this with { Node = Node with { NodeId = value } },
        "--bind" => this with { Node = Node with { Binds = List(value) } },
        "--seed" => this with { Node = Node with { Seeds = [.. Node.Seeds, .. List(value)] } },
        "--group" => this with { Group = value },
        "--secret" => this with { Node = Node with { Secret = Secret.FromText(value) } },
        "--framing" => this with { Node = Node with { Framings = List(value) } },

        // As with AnyEvent::MP, whose certificates have no names: whoever has one of the authority's is let in.
        "--cert" => this with { Node = Node with { CertificateFile = value, CheckCertificateNames = false } },
        "--spawn-name" => this with { SpawnName = value },
        "--accept" => this with { Node = Accept(List(value)) },
        "--max-message" => this with { Node = Node with { MaxFrameBytes = (int)Number(option, value) } },
        "--handshake-timeout" => this with { Node = Node with { HandshakeTimeout = Seconds(option, value) } },
        "--time" => this with { Time = Seconds(option, value) },
        _ => throw new FormatException($"there is no option '{option}'"),
    };

    private NodeOptions Accept(string[] methods) =>
        Array.Find(methods, static method => !Methods.Contains(method)) is { } unknown
            ? throw new FormatException($"there is no method '{unknown}'")
            : Node with
            {
                AcceptClearText = methods.Contains("cleartext"),
                AcceptTlsAnonymous = methods.Contains("tls_anon"),
                AcceptMd6 = methods.Any(static method => method.Contains("md6", StringComparison.Ordinal)),
            };

    private static string[] List(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan Seconds(string option, string value) => TimeSpan.FromSeconds(Number(option, value));

    private static double Number(string option, string value) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= int.MaxValue
            ? number
            : throw new FormatException($"{option} takes a number, not '{value}'");
}
