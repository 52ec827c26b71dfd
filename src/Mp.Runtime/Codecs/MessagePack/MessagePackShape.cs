using System.Buffers.Binary;
using Mp.CompilerServices;

namespace Mp.Codecs.MessagePack;

/// <summary>How long an element is and what it is, from its first bytes. For data that was checked.</summary>
internal static class MessagePackShape
{
    /// <summary>How long a head is whose length takes 2 bytes.</summary>
    public const int Head16Bytes = 3;

    /// <summary>How long a head is whose length takes 4 bytes.</summary>
    public const int Head32Bytes = 5;

    /// <summary>What an element with this first byte is.</summary>
    public static ElementKind KindOf(byte code) => code switch
    {
        <= MessagePackCode.MaxPositiveFixInt or >= MessagePackCode.MinNegativeFixInt => ElementKind.Integer,
        < MessagePackCode.FixArray => ElementKind.Map,
        < MessagePackCode.FixString => ElementKind.Array,
        < MessagePackCode.Null => ElementKind.String,
        MessagePackCode.Null => ElementKind.Null,
        MessagePackCode.NeverUsed => ElementKind.Invalid,
        <= MessagePackCode.True => ElementKind.Boolean,
        <= MessagePackCode.Bytes32 => ElementKind.Bytes,
        <= MessagePackCode.Extension32 => ElementKind.Extension,
        <= MessagePackCode.Double => ElementKind.Floating,
        <= MessagePackCode.Int64 => ElementKind.Integer,
        <= MessagePackCode.FixExtension16 => ElementKind.Extension,
        <= MessagePackCode.String32 => ElementKind.String,
        <= MessagePackCode.Array32 => ElementKind.Array,
        _ => ElementKind.Map,
    };

    /// <summary>Reads the length that stands in 1, 2 or 4 bytes after the first one.</summary>
    /// <param name="element">The element, from its first byte on.</param>
    /// <param name="header">How many bytes the first one and the length take.</param>
    /// <param name="length">The length, in bytes, elements or entries. Nothing checks it here.</param>
    public static void ReadLength(ReadOnlySpan<byte> element, out int header, out int length)
    {
        switch (element[0])
        {
            case MessagePackCode.Bytes8 or MessagePackCode.String8 or MessagePackCode.Extension8:
                header = 2;
                length = element[1];
                break;
            case MessagePackCode.Bytes16 or MessagePackCode.String16 or MessagePackCode.Extension16
                or MessagePackCode.Array16 or MessagePackCode.Map16:
                header = 3;
                length = BinaryPrimitives.ReadUInt16BigEndian(element[1..]);
                break;
            default:
                header = 5;
                length = BinaryPrimitives.ReadInt32BigEndian(element[1..]);
                break;
        }
    }

    /// <summary>Writes a head with the length in 2 bytes, over 3 bytes in all.</summary>
    public static void WriteHead16(Span<byte> target, byte code, int length)
    {
        target[0] = code;
        BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)length);
    }

    /// <summary>Writes a head with the length in 4 bytes, over 5 bytes in all.</summary>
    public static void WriteHead32(Span<byte> target, byte code, int length)
    {
        target[0] = code;
        BinaryPrimitives.WriteInt32BigEndian(target[1..], length);
    }

    /// <summary>How many bytes the first element takes, with all that it holds.</summary>
    public static int LengthOf(ReadOnlySpan<byte> data)
    {
        int position = 0;

        // A counter instead of recursion: however deep the nesting, the stack stays as it is.
        for (long left = 1; left > 0; left--)
        {
            position += HeadLength(data[position..], out long held);
            left += held;
        }

        return position;
    }

    private static int HeadLength(ReadOnlySpan<byte> element, out long held)
    {
        byte code = element[0];
        held = 0;
        switch (KindOf(code))
        {
            case ElementKind.Array:
                return ContainerHead(element, MessagePackCode.Array16, MessagePackCode.Array32, out held);
            case ElementKind.Map:
                int head = ContainerHead(element, MessagePackCode.Map16, MessagePackCode.Map32, out held);
                held *= 2;
                return head;
            case ElementKind.String when code < MessagePackCode.Null:
                return 1 + (code & 0x1f);
            case ElementKind.String or ElementKind.Bytes:
                ReadLength(element, out int header, out int length);
                return header + length;
            case ElementKind.Extension when code >= MessagePackCode.FixExtension1:
                return 2 + (1 << (code - MessagePackCode.FixExtension1));
            case ElementKind.Extension:
                ReadLength(element, out header, out length);
                return header + 1 + length;
            default:
                return ScalarLength(code);
        }
    }

    private static int ContainerHead(ReadOnlySpan<byte> element, byte code16, byte code32, out long held)
    {
        if (element[0] == code16 || element[0] == code32)
        {
            ReadLength(element, out int header, out int count);
            held = count;
            return header;
        }

        held = element[0] & 0x0f;
        return 1;
    }

    private static int ScalarLength(byte code) => code switch
    {
        MessagePackCode.UInt8 or MessagePackCode.Int8 => 2,
        MessagePackCode.UInt16 or MessagePackCode.Int16 => 3,
        MessagePackCode.UInt32 or MessagePackCode.Int32 or MessagePackCode.Single => 5,
        MessagePackCode.UInt64 or MessagePackCode.Int64 or MessagePackCode.Double => 9,
        _ => 1,
    };
}
