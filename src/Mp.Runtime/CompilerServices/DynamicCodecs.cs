using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mp.CompilerServices;

/// <summary>Writes and reads elements whose type is known at run time only.</summary>
internal static class DynamicCodecs
{
    private const int MaxTupleItems = 7;

    private static readonly IKeyCodec<long> SignedKeys = KeyCodecs.Integer<long>();
    private static readonly IKeyCodec<ulong> UnsignedKeys = KeyCodecs.Integer<ulong>();

    private static readonly ConcurrentDictionary<Type, RegisteredCodec> Registered =
        new(BuiltInCodecs.OfObjects());

    /// <summary>Remembers the codec of what generated code has registered.</summary>
    public static void Register<T>(IElementCodec<T> codec)
    {
        var registered = new RegisteredCodec<T>(codec);
        Registered[typeof(T)] = registered;
        ArrayCodecs.Register<T>(registered);
    }

    /// <summary>The codec of what generated code has registered, or nothing.</summary>
    public static RegisteredCodec? Find(Type type)
    {
        if (!Registered.ContainsKey(type))
        {
            // Codecs are registered when their assembly initializes; that may be still to come.
            RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
        }

        return Registered.GetValueOrDefault(type);
    }

    /// <summary>Writes a value as one element, by what it is.</summary>
    /// <exception cref="MessageEncodingException">The value can't travel.</exception>
    public static void Write(ref ElementWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case string text:
                writer.WriteString(text);
                break;
            case bool truth:
                writer.WriteBoolean(truth);
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case float number:
                writer.WriteSingle(number);
                break;
            case PortId id:
                writer.WritePortId(id);
                break;
            case ITypedPortId id:
                writer.WritePortId(id.Id);
                break;
            case Port port:
                writer.WritePortId(port.IsCreated
                    ? port.Self
                    : throw new MessageEncodingException(
                        "it is a port that no node has created; give it to CreatePort"));
                break;
            case byte[] bytes:
                writer.WriteBytes(bytes);
                break;
            case ReadOnlyMemory<byte> bytes:
                writer.WriteBytes(bytes.Span);
                break;
            case Message message:
                BuiltInCodecs.Message.Write(ref writer, message);
                break;
            default:
                WriteOther(ref writer, value);
                break;
        }
    }

    /// <summary>Reads one element as what it is.</summary>
    public static bool TryRead(ref ElementReader reader, out object? value)
    {
        value = null;
        switch (reader.Kind)
        {
            case ElementKind.Null:
                return reader.TryReadNull();
            case ElementKind.Boolean:
                _ = reader.TryReadBoolean(out bool truth);
                value = truth;
                return true;
            case ElementKind.Integer:
                value = reader.TryReadInt64(out long signed) ? signed
                    : reader.TryReadUInt64(out ulong unsigned) ? (object)unsigned : null;
                return value is not null;
            case ElementKind.Floating:
                _ = reader.TryReadDouble(out double number);
                value = number;
                return true;
            case ElementKind.String:
                bool isString = reader.TryReadString(out string? text);
                value = text;
                return isString;
            case ElementKind.Bytes:
                bool isBytes = reader.TryReadBytes(out byte[]? bytes);
                value = bytes;
                return isBytes;
            case ElementKind.Array:
                return TryReadArray(ref reader, out value);
            case ElementKind.Map:
                return TryReadMap(ref reader, out value);
            case ElementKind.Extension:
                bool isMoment = BuiltInCodecs.DateTime.TryRead(ref reader, out DateTime moment);
                value = isMoment ? moment : null;
                return isMoment;
            default:
                return false;
        }
    }

    private static void WriteOther(ref ElementWriter writer, object value)
    {
        if (value is Enum or IConvertible && BoxedNumber.TryToInt64(value, out long signed))
        {
            writer.WriteInt64(signed);
        }
        else if (value is Enum or IConvertible && BoxedNumber.TryToUInt64(value, out ulong unsigned))
        {
            writer.WriteUInt64(unsigned);
        }
        else if (Registered.TryGetValue(value.GetType(), out RegisteredCodec? codec))
        {
            codec.Write(ref writer, value);
        }
        else if (value is IDictionary map)
        {
            WriteMap(ref writer, map);
        }
        else if (value is ICollection collection and not Array { Rank: > 1 })
        {
            WriteArray(ref writer, collection, collection.Count);
        }
        else if (value is ITuple tuple)
        {
            WriteTuple(ref writer, tuple, first: 0);
        }
        else if (value is IEnumerable items and not Array)
        {
            // Sets, and what computes its items, tell their number to those only who know the type of the items.
            List<object?> list = [.. items.Cast<object?>()];
            WriteArray(ref writer, list, list.Count);
        }
        else
        {
            throw new MessageEncodingException(
                $"no codec is known for its type '{value.GetType()}'; "
                + "mark it with [Payload], or send its parts");
        }
    }

    private static void WriteArray(ref ElementWriter writer, IEnumerable items, int count)
    {
        writer.Enter();
        writer.WriteArrayHeader(count);
        foreach (object? item in items)
        {
            count--;
            Write(ref writer, item);
        }

        ItemWriter.RequireNoneLeft(count);
        writer.Leave();
    }

    // From the eighth on, the items of a tuple are those of another, which is its last one.
    private static void WriteTuple(ref ElementWriter writer, ITuple tuple, int first)
    {
        int count = tuple.Length - first;
        writer.Enter();
        writer.WriteArrayHeader(Math.Min(count, MaxTupleItems + 1));
        for (int index = 0; index < Math.Min(count, MaxTupleItems); index++)
        {
            Write(ref writer, tuple[first + index]);
        }

        if (count > MaxTupleItems)
        {
            WriteTuple(ref writer, tuple, first + MaxTupleItems);
        }

        writer.Leave();
    }

    private static void WriteMap(ref ElementWriter writer, IDictionary map)
    {
        writer.Enter();
        int left = map.Count;
        writer.WriteMapHeader(left);
        foreach (DictionaryEntry entry in map)
        {
            left--;
            WriteKey(ref writer, entry.Key);
            Write(ref writer, entry.Value);
        }

        ItemWriter.RequireNoneLeft(left);
        writer.Leave();
    }

    private static void WriteKey(ref ElementWriter writer, object key)
    {
        if (key is string text)
        {
            writer.WriteString(text);
        }
        else if (key is Guid id)
        {
            KeyCodecs.Guid.Write(ref writer, id);
        }
        else if (key is not char && BoxedNumber.TryToInt64(key, out long signed))
        {
            SignedKeys.Write(ref writer, signed);
        }
        else if (key is not char && BoxedNumber.TryToUInt64(key, out ulong unsigned))
        {
            UnsignedKeys.Write(ref writer, unsigned);
        }
        else
        {
            throw new MessageEncodingException(
                $"its keys are of type '{key.GetType()}'; only strings, integers, enums and GUIDs travel as keys");
        }
    }

    private static bool TryReadArray(ref ElementReader reader, [NotNullWhen(true)] out object? value)
    {
        value = null;
        if (!reader.TryReadArrayHeader(out int count))
        {
            return false;
        }

        object?[] items = new object?[count];
        for (int index = 0; index < count; index++)
        {
            if (!TryRead(ref reader, out items[index]))
            {
                return false;
            }
        }

        value = items;
        return true;
    }

    private static bool TryReadMap(ref ElementReader reader, [NotNullWhen(true)] out object? value)
    {
        value = null;
        if (!reader.TryReadMapHeader(out int count))
        {
            return false;
        }

        var map = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            if (!reader.TryReadUtf8(out ReadOnlySpan<byte> key) || !TryRead(ref reader, out object? item))
            {
                return false;
            }

            map[Encoding.UTF8.GetString(key)] = item;
        }

        value = map;
        return true;
    }
}
