using System.Text.Json;
using System.Text.Json.Serialization;
using Mp.Wire;

namespace Mp.TestKit.Handshakes;

/// <summary>A handshake as it was recorded between nodes of another implementation.</summary>
public sealed record GoldenHandshake
{
    private static readonly Recording All = Read();

    public required string Name { get; init; }

    public string? Secret { get; init; }

    public required GoldenEnd Connector { get; init; }

    public required GoldenEnd Acceptor { get; init; }

    /// <summary>Those that were recorded.</summary>
    public static IReadOnlyList<GoldenHandshake> Recorded => All.Handshakes;

    /// <summary>Keys, data and codes apart from handshakes.</summary>
    public static IReadOnlyList<Code> Codes => All.Codes;

    /// <summary>Whether both ends prove that they have the secret, without TLS.</summary>
    public bool IsBySecret => Secret is not null && Connector.Method == Acceptor.Method;

    public static GoldenHandshake Find(string name) => All.Handshakes.Single(handshake => handshake.Name == name);

    /// <summary>The end of a role, and the other one.</summary>
    internal (GoldenEnd Own, GoldenEnd Peer) EndsOf(HandshakeRole role) =>
        role == HandshakeRole.Connector ? (Connector, Acceptor) : (Acceptor, Connector);

    private static Recording Read()
    {
        using Stream stream = typeof(GoldenHandshake).Assembly.GetManifestResourceStream("aemp-handshakes.json")!;
        return JsonSerializer.Deserialize<Recording>(stream, JsonSerializerOptions.Web)!;
    }

    public sealed record Code
    {
        [JsonPropertyName("key_hex")]
        public required string Key { get; init; }

        [JsonPropertyName("data_hex")]
        public required string Data { get; init; }

        [JsonPropertyName("hmac_sha3_512")]
        public required string Expected { get; init; }
    }

    private sealed record Recording
    {
        public required GoldenHandshake[] Handshakes { get; init; }

        [JsonPropertyName("hmac_sha3_512")]
        public required Code[] Codes { get; init; }
    }
}
