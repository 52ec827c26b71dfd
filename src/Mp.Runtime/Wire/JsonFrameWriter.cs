using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Writes frames of <see cref="Framing.Json"/>: the body, rewritten as one JSON array.</summary>
/// <remarks>
/// Binary data becomes text in base 64. Floating-point numbers keep a point or an exponent, and so stay such.
/// </remarks>
internal sealed class JsonFrameWriter : IFrameWriter
{
    // More than this is given back after a long message, instead of being kept by the thread.
    private const int MaxKeptBytes = 256 * 1024;

    // The longest shortest form of a double, as -2.2250738585072014E-308, and ".0".
    private const int MaxNumberBytes = 32;

    private static readonly JsonWriterOptions Options = new()
    {
        // What is written is well-formed by construction, and read by parsers of JSON, not put into web pages.
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _threadText;

    [ThreadStatic]
    private static Utf8JsonWriter? _threadWriter;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        // By way of a buffer of our own, so that nothing of a message that turns out to be impossible gets out.
        ArrayBufferWriter<byte> text = _threadText ??= new ArrayBufferWriter<byte>();
        Utf8JsonWriter writer = _threadWriter ??= new Utf8JsonWriter(text, Options);
        try
        {
            var reader = new ElementReader(body);
            WriteElement(ref reader, writer);
            writer.Flush();
            output.Write(text.WrittenSpan);
        }
        finally
        {
            text.ResetWrittenCount();
            writer.Reset(text);
            if (text.Capacity > MaxKeptBytes)
            {
                _threadText = null;
                _threadWriter = null;
            }
        }
    }

    // Recursive: the body is of our own making, so it is no deeper than what we let in or out.
    private static void WriteElement(ref ElementReader reader, Utf8JsonWriter writer)
    {
        switch (reader.Kind)
        {
            case ElementKind.Null:
                _ = reader.TryReadNull();
                writer.WriteNullValue();
                break;
            case ElementKind.Boolean:
                _ = reader.TryReadBoolean(out bool truth);
                writer.WriteBooleanValue(truth);
                break;
            case ElementKind.Integer:
                WriteInteger(ref reader, writer);
                break;
            case ElementKind.Floating:
                _ = reader.TryReadDouble(out double number);
                WriteFloating(number, writer);
                break;
            case ElementKind.String:
                _ = reader.TryReadUtf8(out ReadOnlySpan<byte> text);
                writer.WriteStringValue(text);
                break;
            case ElementKind.Bytes:
                _ = reader.TryReadByteSpan(out ReadOnlySpan<byte> bytes);
                writer.WriteBase64StringValue(bytes);
                break;
            case ElementKind.Array:
                WriteArray(ref reader, writer);
                break;
            case ElementKind.Map:
                WriteMap(ref reader, writer);
                break;
            default:
                throw new MessageEncodingException("it has an extension of MessagePack, which JSON can't express");
        }
    }

    private static void WriteInteger(ref ElementReader reader, Utf8JsonWriter writer)
    {
        if (reader.TryReadInt64(out long signed))
        {
            writer.WriteNumberValue(signed);
        }
        else
        {
            _ = reader.TryReadUInt64(out ulong unsigned);
            writer.WriteNumberValue(unsigned);
        }
    }

    private static void WriteFloating(double value, Utf8JsonWriter writer)
    {
        if (!double.IsFinite(value))
        {
            throw new MessageEncodingException($"it has the number {value}, which JSON can't express");
        }

        Span<byte> digits = stackalloc byte[MaxNumberBytes];
        _ = value.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        if (!digits[..length].ContainsAny((byte)'.', (byte)'E'))
        {
            ".0"u8.CopyTo(digits[length..]);
            length += 2;
        }

        writer.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    private static void WriteArray(ref ElementReader reader, Utf8JsonWriter writer)
    {
        _ = reader.TryReadArrayHeader(out int count);
        writer.WriteStartArray();
        for (int index = 0; index < count; index++)
        {
            WriteElement(ref reader, writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteMap(ref ElementReader reader, Utf8JsonWriter writer)
    {
        _ = reader.TryReadMapHeader(out int count);
        writer.WriteStartObject();
        for (int index = 0; index < count; index++)
        {
            _ = reader.TryReadUtf8(out ReadOnlySpan<byte> key);
            writer.WritePropertyName(key);
            WriteElement(ref reader, writer);
        }

        writer.WriteEndObject();
    }
}
