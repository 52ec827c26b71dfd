using System.Buffers;
using System.Buffers.Binary;

namespace Mp.Codecs.Cbor;

/// <summary>Writes CBOR: definite lengths, and each number in its shortest form. Source: RFC 8949.</summary>
/// <param name="output">Where to append.</param>
internal ref struct CborWriter(IBufferWriter<byte> output) : IElementTarget
{
    private const int MaxHeadBytes = 1 + sizeof(ulong);
    private const ushort NotANumber = 0x7e00;

    private readonly IBufferWriter<byte> _output = output;
    private Span<byte> _span;
    private int _used;

    /// <inheritdoc/>
    public static string FormatName => "CBOR";

    /// <inheritdoc/>
    public void WriteNull() => WriteHead(CborMajor.Other, CborInfo.Null);

    /// <inheritdoc/>
    public void WriteBoolean(bool value) => WriteHead(CborMajor.Other, value ? CborInfo.True : CborInfo.False);

    /// <inheritdoc/>
    public void WriteInt64(long value)
    {
        if (value >= 0)
        {
            WriteHead(CborMajor.Unsigned, (ulong)value);
        }
        else
        {
            WriteHead(CborMajor.Negative, (ulong)(-1 - value));
        }
    }

    /// <inheritdoc/>
    public void WriteUInt64(ulong value) => WriteHead(CborMajor.Unsigned, value);

    /// <inheritdoc/>
    // In half the bytes, where that loses nothing. What is not a number has many forms, of which one is sent.
    public void WriteDouble(double value)
    {
        Span<byte> target = Room(MaxHeadBytes);
        if (double.IsNaN(value))
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[1..], NotANumber);
            target[0] = Initial(CborMajor.Other, CborInfo.Half);
            _used += 1 + sizeof(ushort);
        }
        else if ((float)value == value)
        {
            BinaryPrimitives.WriteSingleBigEndian(target[1..], (float)value);
            target[0] = Initial(CborMajor.Other, CborInfo.Single);
            _used += 1 + sizeof(float);
        }
        else
        {
            BinaryPrimitives.WriteDoubleBigEndian(target[1..], value);
            target[0] = Initial(CborMajor.Other, CborInfo.Double);
            _used += 1 + sizeof(double);
        }
    }

    /// <inheritdoc/>
    public void WriteText(scoped ReadOnlySpan<byte> utf8) => WriteContent(CborMajor.Text, utf8);

    /// <inheritdoc/>
    public void WriteBytes(scoped ReadOnlySpan<byte> value) => WriteContent(CborMajor.Bytes, value);

    /// <inheritdoc/>
    // Whole seconds as a number; others as a text, since a floating-point number would round them.
    public void WriteTimestamp(Timestamp value)
    {
        if (value.Nanoseconds == 0)
        {
            WriteHead(CborMajor.Tag, CborInfo.EpochSeconds);
            WriteInt64(value.Seconds);
            return;
        }

        if (!value.HasText)
        {
            throw new MessageEncodingException("it has a moment before the year 1 or after 9999, which has no text");
        }

        Span<byte> text = stackalloc byte[Timestamp.MaxTextBytes];
        WriteHead(CborMajor.Tag, CborInfo.DateText);
        WriteText(text[..value.Format(text)]);
    }

    /// <inheritdoc/>
    public void BeginArray(int count) => WriteHead(CborMajor.Array, (ulong)count);

    /// <inheritdoc/>
    public readonly void EndArray()
    {
        // Its head has told how many elements it has.
    }

    /// <inheritdoc/>
    public void BeginMap(int count) => WriteHead(CborMajor.Map, (ulong)count);

    /// <inheritdoc/>
    public void WriteKey(scoped ReadOnlySpan<byte> utf8) => WriteText(utf8);

    /// <inheritdoc/>
    public readonly void EndMap()
    {
        // Its head has told how many entries it has.
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _output.Advance(_used);
        _span = default;
        _used = 0;
    }

    private static byte Initial(CborMajor major, byte info) => (byte)(((byte)major << 5) | info);

    private void WriteContent(CborMajor major, scoped ReadOnlySpan<byte> content)
    {
        WriteHead(major, (ulong)content.Length);
        content.CopyTo(Room(content.Length));
        _used += content.Length;
    }

    private void WriteHead(CborMajor major, ulong argument)
    {
        Span<byte> target = Room(MaxHeadBytes);
        switch (argument)
        {
            case <= CborInfo.MaxDirect:
                target[0] = Initial(major, (byte)argument);
                _used += 1;
                break;
            case <= byte.MaxValue:
                target[1] = (byte)argument;
                target[0] = Initial(major, CborInfo.OneByte);
                _used += 1 + sizeof(byte);
                break;
            case <= ushort.MaxValue:
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)argument);
                target[0] = Initial(major, CborInfo.OneByte + 1);
                _used += 1 + sizeof(ushort);
                break;
            case <= uint.MaxValue:
                BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)argument);
                target[0] = Initial(major, CborInfo.OneByte + 2);
                _used += 1 + sizeof(uint);
                break;
            default:
                BinaryPrimitives.WriteUInt64BigEndian(target[1..], argument);
                target[0] = Initial(major, CborInfo.EightBytes);
                _used += 1 + sizeof(ulong);
                break;
        }
    }

    private Span<byte> Room(int count)
    {
        if (_span.Length - _used < count)
        {
            _output.Advance(_used);
            _span = _output.GetSpan(count);
            _used = 0;
        }

        return _span[_used..];
    }
}
