using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text.Unicode;
using Mp.Codecs;
using Mp.Codecs.MessagePack;

namespace Mp.CompilerServices;

/// <summary>Writes elements as MessagePack, each in its shortest form. For generated code.</summary>
/// <remarks>
/// <para>
/// Whatever a link's framing is, a message is first written in this one form, and rewritten where the peer wants
/// another.
/// </para>
/// <para>What is written reaches the output with <see cref="Flush"/>. Source: the MessagePack specification.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ElementWriter
{
    /// <summary>How deep arrays, maps and payloads may be nested.</summary>
    /// <remarks>What a peer accepts by default, which counts below the message itself.</remarks>
    internal const int MaxDepth = 64;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _span;
    private int _used;
    private int _depth;
    private int _values;

    /// <summary>A writer that appends to <paramref name="output"/>.</summary>
    public ElementWriter(IBufferWriter<byte> output) => _output = output;

    /// <summary>How many values arrays and maps may hold in all.</summary>
    internal int MaxValues { get; init; } = int.MaxValue;

    /// <summary>How many elements of the message itself were begun; an error names the last of them.</summary>
    internal int ElementsBegun { get; set; }

    /// <summary>Hands over what was written since the last call.</summary>
    public void Flush()
    {
        // The output need not take what is written to a buffer after it was told to advance: the next write asks anew.
        _output.Advance(_used);
        _span = default;
        _used = 0;
    }

    /// <summary>Writes one element of the message itself.</summary>
    /// <exception cref="MessageEncodingException">The value can't travel.</exception>
    public void WriteElement<T>(T value)
    {
        ElementsBegun++;
        ElementCodec<T>.Write(ref this, value);
    }

    /// <summary>Writes the tag of the message.</summary>
    internal void WriteTag(string? tag)
    {
        ElementsBegun++;
        WriteString(tag);
    }

    /// <summary>Writes null.</summary>
    public void WriteNull() => WriteByte(MessagePackCode.Null);

    /// <summary>Writes a truth value.</summary>
    public void WriteBoolean(bool value) => WriteByte(value ? MessagePackCode.True : MessagePackCode.False);

    /// <summary>Writes an integer.</summary>
    public void WriteInt64(long value)
    {
        if (value >= 0)
        {
            WriteUInt64((ulong)value);
            return;
        }

        Span<byte> target = Room(9);
        switch (value)
        {
            case >= -32:
                target[0] = (byte)value;
                _used += 1;
                break;
            case >= sbyte.MinValue:
                target[1] = (byte)value;
                target[0] = MessagePackCode.Int8;
                _used += 2;
                break;
            case >= short.MinValue:
                BinaryPrimitives.WriteInt16BigEndian(target[1..], (short)value);
                target[0] = MessagePackCode.Int16;
                _used += 3;
                break;
            case >= int.MinValue:
                BinaryPrimitives.WriteInt32BigEndian(target[1..], (int)value);
                target[0] = MessagePackCode.Int32;
                _used += 5;
                break;
            default:
                BinaryPrimitives.WriteInt64BigEndian(target[1..], value);
                target[0] = MessagePackCode.Int64;
                _used += 9;
                break;
        }
    }

    /// <summary>Writes an integer that is not negative.</summary>
    public void WriteUInt64(ulong value)
    {
        Span<byte> target = Room(9);
        switch (value)
        {
            case <= MessagePackCode.MaxPositiveFixInt:
                target[0] = (byte)value;
                _used += 1;
                break;
            case <= byte.MaxValue:
                target[1] = (byte)value;
                target[0] = MessagePackCode.UInt8;
                _used += 2;
                break;
            case <= ushort.MaxValue:
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)value);
                target[0] = MessagePackCode.UInt16;
                _used += 3;
                break;
            case <= uint.MaxValue:
                BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)value);
                target[0] = MessagePackCode.UInt32;
                _used += 5;
                break;
            default:
                BinaryPrimitives.WriteUInt64BigEndian(target[1..], value);
                target[0] = MessagePackCode.UInt64;
                _used += 9;
                break;
        }
    }

    /// <summary>Writes a floating-point number of single precision.</summary>
    public void WriteSingle(float value)
    {
        Span<byte> target = Room(5);
        BinaryPrimitives.WriteSingleBigEndian(target[1..], value);
        target[0] = MessagePackCode.Single;
        _used += 5;
    }

    /// <summary>Writes a floating-point number.</summary>
    public void WriteDouble(double value)
    {
        Span<byte> target = Room(9);
        BinaryPrimitives.WriteDoubleBigEndian(target[1..], value);
        target[0] = MessagePackCode.Double;
        _used += 9;
    }

    /// <summary>Writes a text, or null.</summary>
    /// <exception cref="MessageEncodingException">The text has half a surrogate pair, which is no Unicode.</exception>
    public void WriteString(string? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            WriteText(value);
        }
    }

    /// <summary>Writes a port ID as its text; <see cref="PortId.IsNone"/> as null.</summary>
    public void WritePortId(PortId value)
    {
        if (value.IsNone)
        {
            WriteNull();
            return;
        }

        string node = value.NodeId;
        string port = value.PortName;
        Span<char> text = stackalloc char[(2 * PortId.MaxPartBytes) + 1];
        node.CopyTo(text);
        text[node.Length] = '#';
        port.CopyTo(text[(node.Length + 1)..]);
        WriteText(text[..(node.Length + 1 + port.Length)]);
    }

    /// <summary>Writes a text that is UTF-8 already, and valid.</summary>
    public void WriteUtf8(scoped ReadOnlySpan<byte> value)
    {
        WriteStringHeader(value.Length);
        value.CopyTo(Room(value.Length));
        _used += value.Length;
    }

    /// <summary>Writes binary data.</summary>
    public void WriteBytes(scoped ReadOnlySpan<byte> value)
    {
        Span<byte> target = Room(5 + value.Length);
        int header = value.Length switch
        {
            <= byte.MaxValue => Header8(target, MessagePackCode.Bytes8, value.Length),
            <= ushort.MaxValue => Header16(target, MessagePackCode.Bytes16, value.Length),
            _ => Header32(target, MessagePackCode.Bytes32, value.Length),
        };
        value.CopyTo(target[header..]);
        _used += header + value.Length;
    }

    /// <summary>Begins an array of so many elements, which must follow.</summary>
    public void WriteArrayHeader(int count)
    {
        CountValues(count);
        Span<byte> target = Room(5);
        _used += count switch
        {
            <= 0x0f => FixHeader(target, MessagePackCode.FixArray, count),
            <= ushort.MaxValue => Header16(target, MessagePackCode.Array16, count),
            _ => Header32(target, MessagePackCode.Array32, count),
        };
    }

    /// <summary>Begins a map of so many entries, which must follow, each a key and a value.</summary>
    public void WriteMapHeader(int count)
    {
        CountValues(2 * count);
        Span<byte> target = Room(5);
        _used += count switch
        {
            <= 0x0f => FixHeader(target, MessagePackCode.FixMap, count),
            <= ushort.MaxValue => Header16(target, MessagePackCode.Map16, count),
            _ => Header32(target, MessagePackCode.Map32, count),
        };
    }

    /// <summary>To be called before what an array, a map or a payload holds is written.</summary>
    /// <exception cref="MessageEncodingException">It is nested too deep, as an object that holds itself.</exception>
    public void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new MessageEncodingException(
                $"it is nested deeper than {MaxDepth} levels", exceeded: Verdict.TooDeep);
        }
    }

    /// <summary>To be called after what an array, a map or a payload holds was written.</summary>
    public void Leave() => _depth--;

    /// <summary>Copies elements that are in this form already.</summary>
    internal void WriteRaw(scoped ReadOnlySpan<byte> elements)
    {
        elements.CopyTo(Room(elements.Length));
        _used += elements.Length;
    }

    private void CountValues(int count)
    {
        _values += count;
        if (_values > MaxValues)
        {
            throw new MessageEncodingException(
                $"arrays and maps hold more than {MaxValues} values in all; send them in parts, or as bytes",
                exceeded: Verdict.TooManyValues);
        }
    }

    private static int FixHeader(Span<byte> target, byte code, int count)
    {
        target[0] = (byte)(code | count);
        return 1;
    }

    private static int Header8(Span<byte> target, byte code, int length)
    {
        target[1] = (byte)length;
        target[0] = code;
        return 2;
    }

    private static int Header16(Span<byte> target, byte code, int length)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)length);
        target[0] = code;
        return 3;
    }

    private static int Header32(Span<byte> target, byte code, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(target[1..], length);
        target[0] = code;
        return 5;
    }

    private void WriteText(scoped ReadOnlySpan<char> value)
    {
        if (value.Length <= ShortText.MaxLength)
        {
            Span<byte> target = Room(1 + ShortText.MaxLength);
            if (ShortText.TryNarrow(value, target[1..]))
            {
                target[0] = (byte)(MessagePackCode.FixString | value.Length);
                _used += 1 + value.Length;
                return;
            }
        }

        WriteAnyText(value);
    }

    private void WriteAnyText(scoped ReadOnlySpan<char> value)
    {
        int length = System.Text.Encoding.UTF8.GetByteCount(value);
        WriteStringHeader(length);
        if (Utf8.FromUtf16(value, Room(length), out _, out int written, false) != OperationStatus.Done)
        {
            throw NotUnicode();
        }

        _used += written;
    }

    private void WriteStringHeader(int length)
    {
        Span<byte> target = Room(5);
        _used += length switch
        {
            <= 0x1f => FixHeader(target, MessagePackCode.FixString, length),
            <= byte.MaxValue => Header8(target, MessagePackCode.String8, length),
            <= ushort.MaxValue => Header16(target, MessagePackCode.String16, length),
            _ => Header32(target, MessagePackCode.String32, length),
        };
    }

    private static MessageEncodingException NotUnicode() =>
        new("its text has half a surrogate pair, which no other program could read; send it as bytes instead");

    private void WriteByte(byte value)
    {
        Room(1)[0] = value;
        _used++;
    }

    private Span<byte> Room(int count)
    {
        if (_span.Length - _used < count)
        {
            MakeRoom(count);
        }

        return _span[_used..];
    }

    private void MakeRoom(int count)
    {
        if (_used > 0)
        {
            _output.Advance(_used);
        }

        _span = _output.GetSpan(count);
        _used = 0;
    }
}
