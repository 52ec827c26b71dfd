using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Mp.Codecs.MessagePack;

namespace Mp.CompilerServices;

/// <summary>Reads the elements of a message that was checked before, front to back. For generated code.</summary>
/// <remarks>
/// <para>
/// A <c>TryRead</c> that finds an element of another type returns <see langword="false"/> and stays where it was. At
/// the end there is an element of no type. Copy the reader to try one thing and then another.
/// </para>
/// <para>Reads never run past the data, but the data must have passed the validator: nothing is checked twice.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ElementReader
{
    private readonly ReadOnlySpan<byte> _data;

    // The array that all of the data is in, if parts of it may be handed out.
    private readonly byte[]? _array;
    private readonly ElementDialect _dialect;
    private int _position;

    /// <summary>A reader of these elements.</summary>
    /// <param name="data">Elements, checked.</param>
    /// <param name="dialect">What their sender says otherwise than it would be said here.</param>
    /// <param name="array">The array that all of them are in, if parts of it may be handed out.</param>
    internal ElementReader(
        ReadOnlySpan<byte> data,
        ElementDialect dialect = ElementDialect.Exact,
        byte[]? array = null)
    {
        _data = data;
        _array = array;
        _dialect = dialect;
    }

    /// <summary>Whether nothing is left.</summary>
    internal readonly bool IsAtEnd => _position >= _data.Length;

    /// <summary>How many bytes were read.</summary>
    internal readonly int Position => _position;

    /// <summary>What the next element is.</summary>
    internal readonly ElementKind Kind => IsAtEnd ? ElementKind.Invalid : MessagePackHead.Of(_data[_position]).Kind;

    /// <summary>What the sender says otherwise than it would be said here.</summary>
    internal readonly ElementDialect Dialect => _dialect;

    /// <summary>Passes over a null, if there is one.</summary>
    public bool TryReadNull()
    {
        if (IsAtEnd || _data[_position] != MessagePackCode.Null)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Reads a truth value.</summary>
    public bool TryReadBoolean(out bool value)
    {
        byte code = Peek();
        value = code == MessagePackCode.True;
        if (code is not (MessagePackCode.True or MessagePackCode.False))
        {
            return _dialect != ElementDialect.Exact && TryReadLooseBoolean(out value);
        }

        _position++;
        return true;
    }

    /// <summary>Reads an integer that fits.</summary>
    public bool TryReadInt64(out long value)
    {
        byte code = Peek();
        if (code <= MessagePackCode.MaxPositiveFixInt)
        {
            value = code;
            _position++;
            return true;
        }

        return TryReadLongerInt64(code, out value);
    }

    /// <summary>Reads an integer that fits.</summary>
    public bool TryReadUInt64(out ulong value)
    {
        if (Peek() == MessagePackCode.UInt64)
        {
            value = BinaryPrimitives.ReadUInt64BigEndian(_data[(_position + 1)..]);
            _position += 9;
            return true;
        }

        int start = _position;
        if (TryReadInt64(out long signed) && signed >= 0)
        {
            value = (ulong)signed;
            return true;
        }

        _position = start;
        value = 0;
        return _dialect != ElementDialect.Exact && TryReadLooseUInt64(out value);
    }

    /// <summary>Reads an integer that fits into <typeparamref name="T"/>.</summary>
    public bool TryReadInteger<T>(out T value)
        where T : struct, IBinaryInteger<T>
    {
        int start = _position;
        if (typeof(T) == typeof(ulong))
        {
            bool isRead = TryReadUInt64(out ulong unsigned);
            value = T.CreateTruncating(unsigned);
            return isRead;
        }

        if (TryReadInt64(out long wide) && IntegerRange.Fits(wide, out value))
        {
            return true;
        }

        _position = start;
        value = default;
        return false;
    }

    /// <summary>Reads an integer as an enum of the underlying type that it fits.</summary>
    public bool TryReadEnum<TEnum>(out TEnum value)
        where TEnum : struct, Enum
    {
        int start = _position;
        value = default;
        bool fits = EnumValue<TEnum>.IsUnsigned64
            ? TryReadUInt64(out ulong unsigned) && EnumValue<TEnum>.TryFrom(unsigned, out value)
            : TryReadInt64(out long signed) && EnumValue<TEnum>.TryFrom(signed, out value);
        if (!fits)
        {
            _position = start;
        }

        return fits;
    }

    /// <summary>Reads a number of any kind.</summary>
    public bool TryReadDouble(out double value)
    {
        switch (Peek())
        {
            case MessagePackCode.Double:
                value = BinaryPrimitives.ReadDoubleBigEndian(_data[(_position + 1)..]);
                _position += 9;
                return true;
            case MessagePackCode.Single:
                value = BinaryPrimitives.ReadSingleBigEndian(_data[(_position + 1)..]);
                _position += 5;
                return true;
            case MessagePackCode.UInt64:
                value = BinaryPrimitives.ReadUInt64BigEndian(_data[(_position + 1)..]);
                _position += 9;
                return true;
            default:
                bool isInteger = TryReadInt64(out long integer);
                value = integer;
                return isInteger || (_dialect != ElementDialect.Exact && TryReadLooseDouble(out value));
        }
    }

    /// <summary>Reads a number of any kind, rounded to single precision.</summary>
    public bool TryReadSingle(out float value)
    {
        bool isRead = TryReadDouble(out double wide);
        value = (float)wide;
        return isRead;
    }

    /// <summary>Reads a text as the UTF-8 bytes that it is here: a view, not a copy.</summary>
    public bool TryReadUtf8(out ReadOnlySpan<byte> value)
    {
        byte code = Peek();
        if ((code & 0xe0) == MessagePackCode.FixString)
        {
            int length = code & 0x1f;
            value = _data.Slice(_position + 1, length);
            _position += 1 + length;
            return true;
        }

        return TryReadLongUtf8(code, out value);
    }

    /// <summary>Reads a text.</summary>
    public bool TryReadString([NotNullWhen(true)] out string? value)
    {
        bool isText = TryReadUtf8(out ReadOnlySpan<byte> utf8);
        value = isText ? Encoding.UTF8.GetString(utf8) : null;
        return isText;
    }

    /// <summary>Reads a port ID: a text with a <c>#</c> that <see cref="PortId.Parse(string)"/> takes.</summary>
    public bool TryReadPortId(out PortId value)
    {
        int start = _position;
        if (TryReadUtf8(out ReadOnlySpan<byte> utf8) && WrittenPortIds.TryParse(utf8, out value))
        {
            return true;
        }

        _position = start;
        value = default;
        return false;
    }

    /// <summary>Reads the beginning of an array; its elements follow.</summary>
    public bool TryReadArrayHeader(out int count)
    {
        byte code = Peek();
        if ((code & 0xf0) == MessagePackCode.FixArray)
        {
            count = code & 0x0f;
            _position++;
            return true;
        }

        return TryReadLongHeader(code is MessagePackCode.Array16 or MessagePackCode.Array32, out count);
    }

    /// <summary>Reads the beginning of a map; its entries follow, each a key and a value.</summary>
    public bool TryReadMapHeader(out int count)
    {
        byte code = Peek();
        if ((code & 0xf0) == MessagePackCode.FixMap)
        {
            count = code & 0x0f;
            _position++;
            return true;
        }

        return TryReadLongHeader(code is MessagePackCode.Map16 or MessagePackCode.Map32, out count);
    }

    /// <summary>Reads one element with a codec.</summary>
    public bool TryReadCoded<T>(IElementCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        int start = _position;
        if (!IsAtEnd && codec.TryRead(ref this, out value))
        {
            return true;
        }

        _position = start;
        value = default;
        return false;
    }

    /// <summary>Reads elements of any type; none if there are none. One that nothing takes is null.</summary>
    /// <param name="count">How many are left, or less than one.</param>
    public object?[] ReadRest(int count)
    {
        object?[] rest = count > 0 ? new object?[count] : [];
        for (int index = 0; index < rest.Length; index++)
        {
            int start = _position;
            if (!DynamicCodecs.TryRead(ref this, out rest[index]))
            {
                // It has an extension in it that is no moment: what follows stands after all of it.
                _position = start;
                _ = TrySkip();
            }
        }

        return rest;
    }

    /// <summary>Passes over one element, if there is one, whatever it holds.</summary>
    public bool TrySkip()
    {
        if (IsAtEnd)
        {
            return false;
        }

        _position += MessagePackHead.Skip(_data[_position..]);
        return true;
    }

    /// <summary>Passes over so many elements, which must be there: a view, not a copy.</summary>
    internal ReadOnlySpan<byte> TakeElements(int count)
    {
        int start = _position;
        for (int index = 0; index < count; index++)
        {
            _ = TrySkip();
        }

        return _data[start.._position];
    }

    // At the end it is the byte that the format never uses, which no read takes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek() =>
        (uint)_position < (uint)_data.Length ? _data[_position] : MessagePackCode.NeverUsed;

    private bool TryReadLongerInt64(byte code, out long value)
    {
        ReadOnlySpan<byte> rest = IsAtEnd ? default : _data[(_position + 1)..];
        (value, int length) = code switch
        {
            >= MessagePackCode.MinNegativeFixInt => ((sbyte)code, 1),
            MessagePackCode.UInt8 => (rest[0], 2),
            MessagePackCode.UInt16 => (BinaryPrimitives.ReadUInt16BigEndian(rest), 3),
            MessagePackCode.UInt32 => (BinaryPrimitives.ReadUInt32BigEndian(rest), 5),
            MessagePackCode.UInt64 when BinaryPrimitives.ReadInt64BigEndian(rest) is >= 0 and long fits => (fits, 9),
            MessagePackCode.Int8 => ((sbyte)rest[0], 2),
            MessagePackCode.Int16 => (BinaryPrimitives.ReadInt16BigEndian(rest), 3),
            MessagePackCode.Int32 => (BinaryPrimitives.ReadInt32BigEndian(rest), 5),
            MessagePackCode.Int64 => (BinaryPrimitives.ReadInt64BigEndian(rest), 9),
            _ => (0L, 0),
        };
        _position += length;
        return length != 0 || (_dialect != ElementDialect.Exact && TryReadLooseInt64(out value));
    }

    private bool TryReadLongHeader(bool isOne, out int count)
    {
        if (!isOne)
        {
            count = 0;
            return false;
        }

        ReadOnlySpan<byte> rest = _data[_position..];
        MessagePackHead head = MessagePackHead.Of(rest[0]);
        count = (int)head.LengthOf(rest);
        _position += head.Bytes;
        return true;
    }

    private bool TryReadLongUtf8(byte code, out ReadOnlySpan<byte> value)
    {
        if (code is >= MessagePackCode.String8 and <= MessagePackCode.String32)
        {
            value = TakeContent();
            return true;
        }

        value = default;
        return _dialect != ElementDialect.Exact && TryReadLooseUtf8(out value);
    }

    // What follows the head of a text, of binary data or of an extension.
    private ReadOnlySpan<byte> TakeContent()
    {
        ReadOnlySpan<byte> rest = _data[_position..];
        MessagePackHead head = MessagePackHead.Of(rest[0]);
        int length = (int)head.LengthOf(rest);
        _position += head.Bytes + length;
        return rest.Slice(head.Bytes, length);
    }
}
