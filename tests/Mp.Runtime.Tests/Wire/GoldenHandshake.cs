using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mp.Runtime.Tests.Wire;

/// <summary>A handshake as it was recorded between nodes of another implementation.</summary>
public sealed record GoldenHandshake
{
    private static readonly Recording All = JsonSerializer.Deserialize<Recording>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Wire", "Golden", "aemp-handshakes.json")),
        JsonSerializerOptions.Web)!;

    public required string Name { get; init; }

    public string? Secret { get; init; }

    public required GoldenEnd Connector { get; init; }

    public required GoldenEnd Acceptor { get; init; }

    /// <summary>The names of those where both ends prove that they have the secret, without TLS.</summary>
    public static TheoryData<string> NamesBySecret =>
        [.. All.Handshakes.Where(handshake => handshake.IsBySecret).Select(handshake => handshake.Name)];

    /// <summary>The names of those where both ends do so by the method that is ours by default.</summary>
    public static TheoryData<string> NamesOfSha3 =>
    [
        .. All.Handshakes
            .Where(handshake => handshake.IsBySecret && handshake.Connector.Method == "hmac_sha3_512")
            .Select(handshake => handshake.Name),
    ];

    /// <summary>The names of those within TLS.</summary>
    public static TheoryData<string> NamesWithinTls =>
        [.. All.Handshakes.Where(handshake => handshake.Secret is null).Select(handshake => handshake.Name)];

    /// <summary>The names of those that authenticate by the method of old.</summary>
    public static TheoryData<string> NamesOfOld =>
        [.. All.Handshakes.Where(handshake => handshake.Connector.Method == "hmac_md6_64_256").Select(h => h.Name)];

    /// <summary>Keys, data and codes apart from handshakes.</summary>
    public static IReadOnlyList<Code> Codes => All.Codes;

    private bool IsBySecret => Secret is not null && Connector.Method == Acceptor.Method;

    public static GoldenHandshake Find(string name) => All.Handshakes.Single(handshake => handshake.Name == name);

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
