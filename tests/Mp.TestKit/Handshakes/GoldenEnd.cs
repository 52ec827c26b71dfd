using System.Text;
using System.Text.Json.Serialization;
using Mp.Wire;
using Mp.Wire.Authentication;

namespace Mp.TestKit.Handshakes;

/// <summary>What one end of a recorded handshake sent.</summary>
public sealed record GoldenEnd
{
    public required string Greeting1 { get; init; }

    public required string Greeting2 { get; init; }

    public required string Auth { get; init; }

    [JsonPropertyName("data_framing")]
    public string? DataFramingName { get; init; }

    [JsonPropertyName("data_utf8")]
    public string? DataText { get; init; }

    [JsonPropertyName("data_hex")]
    public string? DataHex { get; init; }

    /// <summary>What it sent after its lines, all frames after each other.</summary>
    public byte[] Data => DataHex is null ? Encoding.UTF8.GetBytes(DataText!) : Convert.FromHexString(DataHex);

    /// <summary>The framing of that.</summary>
    internal Framing DataFraming =>
        Framings.TryParse(DataFramingName, out Framing framing) ? framing : throw new InvalidOperationException();

    public string Method => Auth.Split(';')[0];

    public string Code => Auth.Split(';')[1];

    public string Framing => Auth.Split(';')[2];

    /// <summary>Both lines of the greeting.</summary>
    public byte[] Greeting => Encoding.Latin1.GetBytes($"{Greeting1}\n{Greeting2}\n");

    /// <summary>All three lines.</summary>
    public byte[] Lines => [.. Greeting, .. Proof];

    /// <summary>The line that authenticates.</summary>
    public byte[] Proof => Encoding.Latin1.GetBytes($"{Auth}\n");

    /// <summary>
    /// Whether bytes begin as its lines. A carriage return before a line's end makes no difference, nor does a further
    /// field in the last line.
    /// </summary>
    public bool IsSaidBy(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
        string lines = Encoding.Latin1.GetString(Lines);
        return text.StartsWith(lines, StringComparison.Ordinal)
            || text.StartsWith(lines[..^1] + ";", StringComparison.Ordinal);
    }

    /// <summary>Which end of TLS it was, if there was TLS.</summary>
    [JsonPropertyName("tls_role")]
    public string? TlsRole { get; init; }

    /// <summary>A handshake of ours that says of itself what this end said.</summary>
    /// <param name="role">Which end it is.</param>
    /// <param name="secret">The secret, if there was one.</param>
    /// <param name="change">What is otherwise than it was.</param>
    internal Handshake Replay(
        HandshakeRole role,
        string? secret,
        Func<HandshakeSettings, HandshakeSettings>? change = null)
    {
        string[] fields = Greeting1.Split(';');
        var settings = new HandshakeSettings
        {
            NodeId = fields[2],
            Secret = secret is null ? null : new Secret(Encoding.UTF8.GetBytes(secret)),
            Methods = [.. fields[3].Split(',').Select(name => AuthenticationMethod.Find(name)!)],
            Framings = fields[4].Split(','),
            Keys = fields[5..],
        };
        return new Handshake(change?.Invoke(settings) ?? settings, role, peerAddress: null, Greeting2);
    }
}
