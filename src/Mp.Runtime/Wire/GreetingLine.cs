using System.Globalization;
using System.Text;

namespace Mp.Wire;

/// <summary>The first line of a greeting: <c>aemp;version;node;methods;framings;key=value...</c></summary>
internal static class GreetingLine
{
    /// <summary>The most fields <c>key=value</c> that a greeting may have.</summary>
    public const int MaxKeys = 32;

    /// <summary>The key of whoever has a certificate and wants TLS.</summary>
    public const string TlsKey = "tls";

    /// <summary>The field with that key that we send.</summary>
    public const string TlsField = TlsKey + "=1.0";

    private const string Protocol = "aemp";
    private const string Version = "1";
    private const int MaxVersionLength = 16;
    private const int MaxListed = 32;
    private const int FixedFields = 5;

    /// <summary>Our own line, without its end.</summary>
    /// <exception cref="ArgumentException">A field has a character that would end it.</exception>
    public static string Format(HandshakeSettings settings, string? peerAddress)
    {
        string[] fields =
        [
            Protocol,
            Version,
            settings.NodeId,
            string.Join(',', settings.Methods.Select(static method => method.Name)),
            string.Join(',', settings.Framings),
            .. settings.Keys,
            .. peerAddress is null ? Array.Empty<string>() : ["peeraddr=" + peerAddress],
        ];
        if (fields.FirstOrDefault(field => field.AsSpan().ContainsAny(";\r\n")) is { } wrong)
        {
            throw new ArgumentException($"A greeting can't have the field '{Printable.Of(wrong)}'.", nameof(settings));
        }

        return string.Join(';', fields);
    }

    /// <summary>Reads a peer's line.</summary>
    /// <param name="line">The line, without its end; not longer than a line may be.</param>
    /// <param name="greeting">What it says, if it is a greeting.</param>
    /// <returns>What is wrong with it, a sentence; nothing if it is a greeting.</returns>
    public static string? Parse(ReadOnlySpan<byte> line, out PeerGreeting? greeting)
    {
        greeting = null;

        // Octets become characters one to one, as no encoding is agreed on; what matters is checked to be ASCII below.
        string[] fields = Encoding.Latin1.GetString(line).Split(';', FixedFields + MaxKeys + 1);
        if (fields[0] is not Protocol)
        {
            return "The peer does not speak this protocol.";
        }

        if (fields.Length < FixedFields)
        {
            return "The peer's greeting has too few fields.";
        }

        if (!IsOurVersion(fields[1]))
        {
            return $"The peer speaks version '{Printable.Of(fields[1])}' of the protocol; this node speaks {Version}.";
        }

        if (PortId.ProblemOfNodeId(fields[2]) is { } problem)
        {
            return $"The peer's node ID '{Printable.Of(fields[2])}' is none: {problem}.";
        }

        string[] methods = SplitList(fields[3]);
        string[] framings = SplitList(fields[4]);
        if (fields.Length > FixedFields + MaxKeys || methods.Length > MaxListed || framings.Length > MaxListed)
        {
            return "The peer's greeting lists more than is accepted.";
        }

        greeting = new PeerGreeting
        {
            NodeId = fields[2],
            Methods = methods,
            Framings = framings,
            Keys = ParseKeys(fields.AsSpan(FixedFields)),
        };
        return null;
    }

    // Numerically, as the protocol says: "1.0" is 1 as well.
    private static bool IsOurVersion(string field) =>
        field.Length <= MaxVersionLength
        && double.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double version)
        && version == 1;

    private static string[] SplitList(string field) => field.Split(',', MaxListed + 1);

    private static Dictionary<string, string> ParseKeys(ReadOnlySpan<string> fields)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string field in fields)
        {
            int mark = field.IndexOf('=', StringComparison.Ordinal);
            _ = mark < 0 ? keys.TryAdd(field, "") : keys.TryAdd(field[..mark], field[(mark + 1)..]);
        }

        return keys;
    }
}
