using System.Buffers.Binary;

namespace Mp.Codecs.Cbor;

/// <summary>Reads heads of CBOR, and what follows them, front to back. Source: RFC 8949.</summary>
/// <remarks>
/// Knows lengths and forms, not what they are for. Reads that find less than they need say so and leave the reader
/// where it was. Allocates nothing.
/// </remarks>
internal ref struct CborReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    /// <summary>The type of the head that was read last.</summary>
    public CborMajor Major { get; private set; }

    /// <summary>The low bits of its initial byte.</summary>
    public byte Info { get; private set; }

    /// <summary>Its argument: the value, the length, the tag, or the bits of a floating-point number.</summary>
    public ulong Argument { get; private set; }

    /// <summary>Whether its length is told by a break that comes at the end.</summary>
    public readonly bool IsIndefinite => Info == CborInfo.Indefinite;

    /// <summary>Whether it is the break that ends an indefinite length.</summary>
    public readonly bool IsBreak => Major == CborMajor.Other && Info == CborInfo.Indefinite;

    private readonly int Left => _data.Length - Position;

    /// <summary>Reads the next head.</summary>
    public Verdict ReadHead()
    {
        if (Left == 0)
        {
            return Verdict.Truncated;
        }

        byte initial = _data[Position];
        Major = (CborMajor)(initial >> 5);
        Info = (byte)(initial & 0x1f);
        Argument = Info;
        if (Info <= CborInfo.MaxDirect)
        {
            Position++;
            return Verdict.Accepted;
        }

        return Info <= CborInfo.EightBytes ? ReadArgument() : ReadIndefinite();
    }

    /// <summary>Takes so many bytes: a view, not a copy.</summary>
    public Verdict ReadContent(ulong length, out ReadOnlySpan<byte> content)
    {
        if (length > (ulong)Left)
        {
            content = default;
            return Verdict.Truncated;
        }

        content = _data.Slice(Position, (int)length);
        Position += (int)length;
        return Verdict.Accepted;
    }

    /// <summary>
    /// The number of elements or entries of the array or map whose head was read, if each takes as many bytes at least
    /// as it must.
    /// </summary>
    public readonly Verdict CheckCount(int leastBytes, out int count)
    {
        bool fits = Argument <= (ulong)Left / (ulong)leastBytes;
        count = fits ? (int)Argument : 0;
        return fits ? Verdict.Accepted : Verdict.Truncated;
    }

    private Verdict ReadArgument()
    {
        int size = 1 << (Info - CborInfo.OneByte);
        if (Left <= size)
        {
            return Verdict.Truncated;
        }

        ReadOnlySpan<byte> argument = _data.Slice(Position + 1, size);
        Argument = size switch
        {
            sizeof(byte) => argument[0],
            sizeof(ushort) => BinaryPrimitives.ReadUInt16BigEndian(argument),
            sizeof(uint) => BinaryPrimitives.ReadUInt32BigEndian(argument),
            _ => BinaryPrimitives.ReadUInt64BigEndian(argument),
        };
        Position += 1 + size;
        return Verdict.Accepted;
    }

    private Verdict ReadIndefinite()
    {
        // Integers and tags have no length, and three values of the low bits have no meaning.
        if (!IsIndefinite || Major is CborMajor.Unsigned or CborMajor.Negative or CborMajor.Tag)
        {
            return Verdict.NoValue;
        }

        Position++;
        return Verdict.Accepted;
    }
}
