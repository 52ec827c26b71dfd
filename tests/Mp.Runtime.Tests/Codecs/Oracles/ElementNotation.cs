using System.Buffers;
using System.Globalization;
using System.Text;
using Mp.Codecs;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.Codecs.Oracles;

/// <summary>Values as the scripts of the oracles write them down: see Scripts/README.md.</summary>
internal static class ElementNotation
{
    /// <summary>The value that a line says.</summary>
    public static object? Parse(string line) => Parse(new Queue<string>(line.Split(' ')));

    /// <summary>The line that says a value.</summary>
    public static string Write(object? value) => value switch
    {
        null => "N",
        bool truth => truth ? "T" : "F",
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"i{value}"),
        double.NaN => "f7ff8000000000000",
        double number => $"f{BitConverter.DoubleToUInt64Bits(number):x16}",
        string text => "s" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        byte[] bytes => "b" + Convert.ToHexStringLower(bytes),
        Timestamp moment => string.Create(
            CultureInfo.InvariantCulture, $"t{moment.Seconds}.{moment.Nanoseconds:D9}"),
        object?[] items => string.Join(' ', ["[", .. items.Select(Write), "]"]),
        Dictionary<string, object?> map => string.Join(
            ' ', ["{", .. EntriesOf(map).SelectMany(static entry => (string[])[entry.Key, entry.Value]), "}"]),
        _ => throw new ArgumentException($"No element is a {value.GetType()}.", nameof(value)),
    };

    /// <summary>The value as an element, as we write it.</summary>
    public static byte[] Encode(object? value)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        Encode(ref writer, value);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The value that an element is, as we read it.</summary>
    public static object? Decode(ReadOnlySpan<byte> element)
    {
        var reader = new ElementReader(element);
        object? value = Decode(ref reader);
        Assert.True(reader.IsAtEnd);
        return value;
    }

    private static object? Parse(Queue<string> tokens)
    {
        string token = tokens.Dequeue();
        string rest = token[1..];
        return token[0] switch
        {
            'N' => null,
            'T' => true,
            'F' => false,
            'i' => long.TryParse(rest, CultureInfo.InvariantCulture, out long signed)
                ? signed
                : (object)ulong.Parse(rest, CultureInfo.InvariantCulture),
            'f' => BitConverter.UInt64BitsToDouble(Convert.ToUInt64(rest, 16)),
            's' => Encoding.UTF8.GetString(Convert.FromHexString(rest)),
            'b' => Convert.FromHexString(rest),
            't' => ParseMoment(rest.Split('.')),
            '[' => ParseItems(tokens, "]"),
            '{' => ParseItems(tokens, "}").Chunk(2).ToDictionary(
                static entry => (string)entry[0]!, static entry => entry[1]),
            _ => throw new FormatException($"'{token}' is no token."),
        };
    }

    private static Timestamp ParseMoment(string[] parts) => new(
        long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));

    private static object?[] ParseItems(Queue<string> tokens, string end)
    {
        List<object?> items = [];
        while (tokens.Peek() != end)
        {
            items.Add(Parse(tokens));
        }

        tokens.Dequeue();
        return [.. items];
    }

    private static IEnumerable<(string Key, string Value)> EntriesOf(Dictionary<string, object?> map) => map
        .Select(static entry => (Key: Write(entry.Key), Value: Write(entry.Value)))
        .OrderBy(static entry => entry.Key, StringComparer.Ordinal);

    private static void Encode(ref ElementWriter writer, object? value)
    {
        switch (value)
        {
            case Timestamp moment:
                writer.WriteTimestamp(moment.Seconds, moment.Nanoseconds);
                break;
            case object?[] items:
                writer.WriteArrayHeader(items.Length);
                foreach (object? item in items)
                {
                    Encode(ref writer, item);
                }

                break;
            case Dictionary<string, object?> map:
                writer.WriteMapHeader(map.Count);
                foreach ((string key, object? item) in map)
                {
                    writer.WriteString(key);
                    Encode(ref writer, item);
                }

                break;
            default:
                writer.WriteElement(value);
                break;
        }
    }

    private static object? Decode(ref ElementReader reader)
    {
        if (reader.TryReadTimestamp(out long seconds, out int nanoseconds))
        {
            return new Timestamp(seconds, nanoseconds);
        }

        if (reader.TryReadArrayHeader(out int count))
        {
            object?[] items = new object?[count];
            for (int index = 0; index < count; index++)
            {
                items[index] = Decode(ref reader);
            }

            return items;
        }

        if (!reader.TryReadMapHeader(out count))
        {
            Assert.True(DynamicCodecs.TryRead(ref reader, out object? scalar));
            return scalar;
        }

        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            Assert.True(reader.TryReadString(out string? key));
            map.Add(key, Decode(ref reader));
        }

        return map;
    }
}
