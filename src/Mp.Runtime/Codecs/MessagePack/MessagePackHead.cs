using System.Buffers.Binary;
using Mp.CompilerServices;

namespace Mp.Codecs.MessagePack;

/// <summary>What the first byte of an element says: its kind, and how much belongs to it.</summary>
/// <remarks>
/// Looked up in a table, as this is asked for every element. Source: the MessagePack specification,
/// github.com/msgpack/msgpack, spec.md.
/// </remarks>
internal readonly struct MessagePackHead
{
    // Four bits of kind, four of head, two of how the length is told, six of a length that the byte itself tells.
    private const int BytesShift = 4;
    private const int LengthSizeShift = 8;
    private const int LengthShift = 10;

    private static readonly ushort[] Table = BuildTable();

    private readonly ushort _bits;

    private MessagePackHead(ushort bits) => _bits = bits;

    /// <summary>What an element is.</summary>
    public ElementKind Kind => (ElementKind)(_bits & 0x0f);

    /// <summary>Whether it holds other elements.</summary>
    public bool IsContainer => Kind is ElementKind.Array or ElementKind.Map;

    /// <summary>
    /// How many bytes stand before what <see cref="LengthOf"/> counts: all of them, for numbers and the like.
    /// </summary>
    public int Bytes => (_bits >> BytesShift) & 0x0f;

    /// <summary>What this first byte says.</summary>
    public static MessagePackHead Of(byte code) => new(Table[code]);

    /// <summary>How many bytes the first element takes, with all that it holds. For data that was checked.</summary>
    public static int Skip(ReadOnlySpan<byte> data)
    {
        int position = 0;

        // A counter instead of recursion: however deep the nesting, the stack stays as it is.
        for (long left = 1; left > 0; left--)
        {
            MessagePackHead head = Of(data[position]);
            uint length = head.LengthOf(data[position..]);
            position += head.Bytes;
            switch (head.Kind)
            {
                case ElementKind.Array:
                    left += length;
                    break;
                case ElementKind.Map:
                    left += 2L * length;
                    break;
                default:
                    position += (int)length;
                    break;
            }
        }

        return position;
    }

    /// <summary>How many bytes, elements or entries follow the head. Nothing checks here that they are there.</summary>
    /// <param name="element">The element, from its first byte on; its head is there.</param>
    public uint LengthOf(ReadOnlySpan<byte> element) => ((_bits >> LengthSizeShift) & 3) switch
    {
        0 => (uint)(_bits >> LengthShift),
        1 => element[1],
        2 => BinaryPrimitives.ReadUInt16BigEndian(element[1..]),
        _ => BinaryPrimitives.ReadUInt32BigEndian(element[1..]),
    };

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (int code = 0; code < table.Length; code++)
        {
            table[code] = Describe((byte)code);
        }

        return table;
    }

    private static ushort Describe(byte code) => code switch
    {
        <= MessagePackCode.MaxPositiveFixInt or >= MessagePackCode.MinNegativeFixInt => Scalar(ElementKind.Integer, 1),
        < MessagePackCode.FixArray => Fixed(ElementKind.Map, 1, code & 0x0f),
        < MessagePackCode.FixString => Fixed(ElementKind.Array, 1, code & 0x0f),
        < MessagePackCode.Null => Fixed(ElementKind.String, 1, code & 0x1f),
        MessagePackCode.Null => Scalar(ElementKind.Null, 1),
        MessagePackCode.NeverUsed => Scalar(ElementKind.Invalid, 1),
        <= MessagePackCode.True => Scalar(ElementKind.Boolean, 1),
        <= MessagePackCode.Bytes32 => Sized(ElementKind.Bytes, 1 + code - MessagePackCode.Bytes8),

        // The type of an extension stands between its length and its content.
        <= MessagePackCode.Extension32 => Sized(ElementKind.Extension, 1 + code - MessagePackCode.Extension8, 1),
        MessagePackCode.Single => Scalar(ElementKind.Floating, 1 + sizeof(float)),
        MessagePackCode.Double => Scalar(ElementKind.Floating, 1 + sizeof(double)),
        <= MessagePackCode.UInt64 => Scalar(ElementKind.Integer, 1 + (1 << (code - MessagePackCode.UInt8))),
        <= MessagePackCode.Int64 => Scalar(ElementKind.Integer, 1 + (1 << (code - MessagePackCode.Int8))),
        <= MessagePackCode.FixExtension16 =>
            Fixed(ElementKind.Extension, 2, 1 << (code - MessagePackCode.FixExtension1)),
        <= MessagePackCode.String32 => Sized(ElementKind.String, 1 + code - MessagePackCode.String8),
        <= MessagePackCode.Array32 => Sized(ElementKind.Array, 2 + code - MessagePackCode.Array16),
        _ => Sized(ElementKind.Map, 2 + code - MessagePackCode.Map16),
    };

    private static ushort Scalar(ElementKind kind, int bytes) => Fixed(kind, bytes, 0);

    private static ushort Fixed(ElementKind kind, int bytes, int length) =>
        (ushort)((int)kind | (bytes << BytesShift) | (length << LengthShift));

    // A length of 1, 2 or 4 bytes, which sizes 1, 2 and 3 stand for.
    private static ushort Sized(ElementKind kind, int size, int more = 0) =>
        (ushort)((int)kind | ((1 + (1 << (size - 1)) + more) << BytesShift) | (size << LengthSizeShift));
}
