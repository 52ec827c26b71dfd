using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Codecs.Json;

/// <summary>Rewrites a JSON array that a peer sent as elements of MessagePack.</summary>
/// <remarks>
/// What comes out is well-formed but not checked: the validator must see it, for keys that are there twice and for the
/// number of values. Numbers that are integers and fit 64 bits become integers, others doubles.
/// </remarks>
internal sealed class JsonToElements(int maxDepth)
{
    private const int MaxNumberBytes = 64;
    private const int MaxBytesOnStack = 256;
    private const int MaxFixCount = 0x0f;

    private readonly JsonReaderOptions _options = new() { MaxDepth = maxDepth + 1 };
    private readonly ElementBuffer _output = new();

    // Of each array and object that is open, from the message on: where its head stands, and what it holds so far.
    private readonly int[] _heads = new int[maxDepth + 1];
    private readonly int[] _counts = new int[maxDepth + 1];

    /// <summary>Rewrites one message.</summary>
    /// <param name="json">The message.</param>
    /// <param name="count">How many elements it has.</param>
    /// <returns>The elements: a view, valid until the next call.</returns>
    /// <exception cref="WireFormatException">It is no JSON array, or has what no other program could read.</exception>
    public ReadOnlySpan<byte> Rewrite(ReadOnlySpan<byte> json, out int count)
    {
        // The parser would let it pass in texts.
        if (!Utf8.IsValid(json))
        {
            throw new WireFormatException("A message is not valid UTF-8.");
        }

        _output.Clear();
        try
        {
            var reader = new Utf8JsonReader(json, _options);
            var writer = new ElementWriter(_output);
            int level = -1;
            while (reader.Read())
            {
                level = RewriteToken(ref reader, ref writer, level);
            }

            writer.Flush();
        }
        catch (JsonException)
        {
            // Neither this nor the next is passed on as the inner exception: they may quote what was sent.
            throw new WireFormatException("A message is malformed JSON.");
        }
        catch (InvalidOperationException)
        {
            throw new WireFormatException("A text has half a surrogate pair, which is no Unicode.");
        }

        count = _counts[0];
        return _output.Written;
    }

    private int RewriteToken(ref Utf8JsonReader reader, ref ElementWriter writer, int level)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                Begin(ref writer, level);
                return level + 1;
            case JsonTokenType.EndArray:
                End(ref writer, level, MessagePackCode.FixArray, MessagePackCode.Array16, MessagePackCode.Array32);
                return level - 1;
            case JsonTokenType.EndObject:
                End(ref writer, level, MessagePackCode.FixMap, MessagePackCode.Map16, MessagePackCode.Map32);
                return level - 1;
            case JsonTokenType.PropertyName:
                RewriteText(ref reader, ref writer);
                return level;
            default:
                _counts[level]++;
                RewriteScalar(ref reader, ref writer);
                return level;
        }
    }

    private void Begin(ref ElementWriter writer, int level)
    {
        if (level >= 0)
        {
            // The head of an empty one: put right at the end, when it is known how many there are.
            _counts[level]++;
            writer.Flush();
            _heads[level + 1] = _output.Length;
            writer.WriteArrayHeader(0);
        }

        _counts[level + 1] = 0;
    }

    private void End(ref ElementWriter writer, int level, byte fix, byte code16, byte code32)
    {
        if (level == 0)
        {
            return;
        }

        writer.Flush();
        int count = _counts[level];
        int head = _heads[level];
        switch (count)
        {
            case <= MaxFixCount:
                _output.Written[head] = (byte)(fix | count);
                break;
            case <= ushort.MaxValue:
                _output.Insert(head, MessagePackShape.Head16Bytes - 1);
                MessagePackShape.WriteHead16(_output.Written[head..], code16, count);
                break;
            default:
                _output.Insert(head, MessagePackShape.Head32Bytes - 1);
                MessagePackShape.WriteHead32(_output.Written[head..], code32, count);
                break;
        }
    }

    private static void RewriteScalar(ref Utf8JsonReader reader, ref ElementWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                RewriteText(ref reader, ref writer);
                break;
            case JsonTokenType.Number:
                RewriteNumber(ref reader, ref writer);
                break;
            case JsonTokenType.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteBoolean(reader.TokenType == JsonTokenType.True);
                break;
        }
    }

    private static void RewriteNumber(ref Utf8JsonReader reader, ref ElementWriter writer)
    {
        if (reader.ValueSpan.Length > MaxNumberBytes)
        {
            throw new WireFormatException($"A number has more than {MaxNumberBytes} characters.");
        }

        if (reader.TryGetInt64(out long signed))
        {
            writer.WriteInt64(signed);
        }
        else if (reader.TryGetUInt64(out ulong unsigned))
        {
            writer.WriteUInt64(unsigned);
        }
        else if (reader.TryGetDouble(out double number) && double.IsFinite(number))
        {
            writer.WriteDouble(number);
        }
        else
        {
            throw new WireFormatException("A number is beyond what a double can express.");
        }
    }

    private static void RewriteText(ref Utf8JsonReader reader, ref ElementWriter writer)
    {
        if (!reader.ValueIsEscaped)
        {
            writer.WriteUtf8(reader.ValueSpan);
            return;
        }

        // What is not escaped any more is shorter than what was.
        int length = reader.ValueSpan.Length;
        byte[]? rented = length > MaxBytesOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        try
        {
            Span<byte> text = rented ?? stackalloc byte[MaxBytesOnStack];
            writer.WriteUtf8(text[..reader.CopyString(text)]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}
