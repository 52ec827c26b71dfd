using System.Collections;
using System.Globalization;
using System.Text;
using Mp.Codecs;
using Mp.CompilerServices;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Runtime.Tests.Wire;
using Mp.Wire;

namespace Mp.Runtime.Tests.Documents;

/// <summary>The tables of docs/formats.md say what happens.</summary>
public sealed class FormatsDocumentTests
{
    private static readonly (string Kind, string Example, byte[] Element)[] Sent =
    [
        ("null", "`null`", Encoded.Elements((object?)null)),
        ("truth value", "`true`", Encoded.Elements(true)),
        ("integer", "`42`", Encoded.Elements(42)),
        ("", "`-500`", Encoded.Elements(-500)),
        ("", "`ulong.MaxValue`", Encoded.Elements(ulong.MaxValue)),
        ("floating-point number", "`1.5`", Encoded.Elements(1.5)),
        ("", "`0.1`", Encoded.Elements(0.1)),
        ("", "`2.0`", Encoded.Elements(2.0)),
        ("", "`0.1f`", Encoded.Elements(0.1f)),
        ("", "not a number", Encoded.Elements(double.NaN)),
        ("", "infinity", Encoded.Elements(double.PositiveInfinity)),
        ("text", "`\"é\"`", Encoded.Elements("é")),
        ("", "half a surrogate pair", []),
        ("bytes", "`{ 1, 2, 3 }`", Encoded.Elements(new byte[] { 1, 2, 3 })),
        ("array", "`{ 1, \"a\" }`", Encoded.Elements((object?)new object?[] { 1, "a" })),
        ("map", "`{ [\"k\"] = 1 }`", Encoded.Elements(new Dictionary<string, int> { ["k"] = 1 })),
        ("moment", "2026-01-01, 0:00 UTC", Encoded.Timestamp(1_767_225_600, 0)),
        ("", "half a second later", Encoded.Timestamp(1_767_225_600, 500_000_000)),
        ("", "in the year 10000", Encoded.Timestamp(253_402_300_800, 1)),
        ("other extension", "of type 5", [0xd4, 5, 0]),
    ];

    private static readonly (Framing Format, string What, string Bytes)[] Received =
    [
        (Framing.MessagePack, "any form of an integer", "D30000000000000001"),
        (Framing.MessagePack, "a number in 32 bits", "CA3FC00000"),
        (Framing.MessagePack, "an extension with type -1 that is no moment", "D5FF0000"),
        (Framing.MessagePack, "the byte that is never used", "C1"),
        (Framing.MessagePack, "a key that is no text", "810102"),
        (Framing.MessagePack, "a key that is there twice", "82A16101A16102"),
        (Framing.MessagePack, "a text that is no UTF-8", "A1FF"),
        (Framing.Cbor, "undefined", "F7"),
        (Framing.Cbor, "another simple value", "F8FF"),
        (Framing.Cbor, "a number in 16, 32 or 64 bits", "F93E00"),
        (Framing.Cbor, "not a number, infinity", "F97C00"),
        (Framing.Cbor, "an indefinite length", "9F01FF"),
        (Framing.Cbor, "a text in pieces", "7F61616162FF"),
        (Framing.Cbor, "a bignum that fits 64 bits", "C248FFFFFFFFFFFFFFFF"),
        (Framing.Cbor, "a bignum that does not", "C249010000000000000000"),
        (Framing.Cbor, "an integer below -2^63", "3B8000000000000000"),
        (Framing.Cbor, "a moment, as text (tag 0)", "C074323032362D30312D30315430303A30303A30305A"),
        (Framing.Cbor, "a moment, as seconds (tag 1)", "C11A6955B900"),
        (Framing.Cbor, "another tag", "D82A6161"),
        (Framing.Cbor, "a key in bytes", "A1416101"),
        (Framing.Cbor, "a key that is a number", "A10102"),
        (Framing.Json, "an integer of up to 64 bits", "18446744073709551615"),
        (Framing.Json, "a longer one", "18446744073709551616"),
        (Framing.Json, "a fraction or an exponent", "1e2"),
        (Framing.Json, "minus zero", "-0"),
        (Framing.Json, "a number beyond a double", "1e400"),
        (Framing.Json, "more than 64 characters", "0." + new string('1', 63)),
        (Framing.Json, "`NaN`, `Infinity`", "NaN"),
        (Framing.Json, "an escaped surrogate pair", "\"\\ud83c\\udf0d\""),
        (Framing.Json, "half of one", "\"\\ud83c\""),
        (Framing.Json, "a key that is there twice", "{\"a\":1,\"\\u0061\":2}"),
        (Framing.Json, "a comment, a comma too many", "[1,]"),
    ];

    [Fact]
    public void Sent_SaysWhatIsWritten() => DocumentTable.Verify(
        "formats.md",
        "sent",
        "| element | example | MessagePack | CBOR | JSON |\n|---|---|---|---|---|\n",
        Sent.Select(static row =>
            $"| {row.Kind} | {row.Example} | {Write(Framing.MessagePack, row.Element)} "
            + $"| {Write(Framing.Cbor, row.Element)} | {Write(Framing.Json, row.Element)} |\n"));

    [Fact]
    public void Received_SaysWhatIsRead() => DocumentTable.Verify(
        "formats.md",
        "received",
        "| format | what comes | example | is |\n|---|---|---|---|\n",
        Received.Select(static row =>
            $"| {Name(row.Format)} | {row.What} | `{Short(row)}` | {Read(row.Format, row.Bytes)} |\n"));

    [Fact]
    public void Loose_SaysWhatIsTaken() => DocumentTable.Verify(
        "formats.md",
        "loose",
        "| asked for | is taken from a peer that is not Mp | and is |\n|---|---|---|\n",
        [
            Taken("an integer", "42", static (ref reader) => reader.TryReadInt64(out long value) ? value : null),
            Taken("a number", "1.5", static (ref reader) => reader.TryReadDouble(out double value) ? value : null),
            Taken("a text", 42, static (ref reader) => reader.TryReadString(out string? value) ? value : null),
            Taken("a text", 1.5, static (ref reader) => reader.TryReadString(out string? value) ? value : null),
            Taken("a truth value", "1", static (ref reader) => reader.TryReadBoolean(out bool value) ? value : null),
            Taken("a truth value", "", static (ref reader) => reader.TryReadBoolean(out bool value) ? value : null),
            Taken("a truth value", "0", static (ref reader) => reader.TryReadBoolean(out bool value) ? value : null),
            Taken("a truth value", 1, static (ref reader) => reader.TryReadBoolean(out bool value) ? value : null),
            Taken("a truth value", 0, static (ref reader) => reader.TryReadBoolean(out bool value) ? value : null),
            Taken(
                "a text, in CBOR",
                new byte[] { 0x47, 0xfc },
                static (ref reader) => reader.TryReadString(out string? value) ? value : null),
            Taken(
                "bytes, in CBOR",
                "Gü",
                static (ref reader) => reader.TryReadBytes(out byte[]? value) ? value : null),
        ]);

    private delegate object? LooseRead(ref ElementReader reader);

    private static string Taken(string what, object element, LooseRead read)
    {
        var exact = new ElementReader(Encoded.Elements(element));
        var loose = new ElementReader(Encoded.Elements(element), ElementDialect.Loose | ElementDialect.Octets);

        Assert.Null(read(ref exact));
        return $"| {what} | {Literal(element)} | {Literal(read(ref loose))} |\n";
    }

    private static string Name(Framing format) => format switch
    {
        Framing.MessagePack => "MessagePack",
        Framing.Cbor => "CBOR",
        _ => "JSON",
    };

    private static string Short((Framing Format, string What, string Bytes) row)
    {
        string text = row.Format == Framing.Json ? row.Bytes : row.Bytes.ToLowerInvariant();
        return text.Length > 50 ? text[..12] + "..." : text;
    }

    private static string Write(Framing format, byte[] element)
    {
        try
        {
            // No text has half a surrogate pair; that is found out before there is any element.
            byte[] body = element.Length > 0 ? [0x92, 0xa0, .. element] : Encoded.Elements("\ud800");
            byte[] frame = ReadFrame.Write(format, body);
            return format switch
            {
                Framing.MessagePack => $"`{Convert.ToHexStringLower(frame)[12..]}`",
                Framing.Cbor => $"`{Convert.ToHexStringLower(frame)[4..]}`",
                _ => $"`{Encoding.UTF8.GetString(frame)[4..^1]}`",
            };
        }
        catch (MessageEncodingException)
        {
            return "refused";
        }
    }

    private static string Read(Framing format, string text)
    {
        byte[] content = format == Framing.Json ? Encoding.UTF8.GetBytes(text) : Convert.FromHexString(text);
        byte[] frame = format switch
        {
            Framing.MessagePack => [0, 0, 0, (byte)(content.Length + 2), 0x92, 0xa0, .. content],
            Framing.Cbor => [0x82, 0x60, .. content],
            _ => [.. "[\"\","u8, .. content, .. "]"u8],
        };
        Verdict verdict = Framings.CreateReader(format, new WireLimits()).Read(frame, out _, out Frame read);
        return verdict == Verdict.Accepted
            ? Describe(read.Elements)
            : $"refused: {char.ToLowerInvariant(VerdictText.Of(verdict)[0])}{VerdictText.Of(verdict)[1..]}";
    }

    private static string Describe(ReadOnlySpan<byte> element)
    {
        var reader = new ElementReader(element);
        if (reader.TryReadTimestamp(out long seconds, out _))
        {
            return $"the moment {seconds} s after 1970";
        }

        return reader.Kind == ElementKind.Extension
            ? "an extension, of a type that nothing takes"
            : DynamicCodecs.TryRead(ref reader, out object? value) ? Literal(value) : "";
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"the text `\"{text}\"`",
        byte[] bytes => $"the bytes `{Convert.ToHexStringLower(bytes)}`",
        double number => $"the floating-point number {number.ToString(CultureInfo.InvariantCulture)}",
        IDictionary map => $"the map of {string.Join(", ", map.Keys.Cast<object>().Select(Literal))}",
        IEnumerable items => $"the array of {string.Join(", ", items.Cast<object>().Select(Literal))}",
        _ => $"the integer {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
