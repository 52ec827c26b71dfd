using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Codecs.MessagePack;

/// <summary>Checks elements that a peer sent, before anything else looks at them.</summary>
/// <remarks>
/// <para>
/// What passes is well-formed, within the limits, strict UTF-8, and its maps have strings for keys, each only once.
/// Later readers rely on it and check nothing again.
/// </para>
/// <para>A length that the peer claims is compared with the bytes that are there before it is used for anything.</para>
/// </remarks>
internal static class MessagePackValidator
{
    private const int MaxDepthOnStack = 64;

    /// <summary>Checks a number of elements.</summary>
    /// <param name="data">The elements, one after the other, and perhaps something after them.</param>
    /// <param name="count">How many elements there must be.</param>
    /// <param name="limits">How many values and how much nesting are accepted.</param>
    /// <returns>How many bytes the elements take.</returns>
    /// <exception cref="WireFormatException">They are malformed or beyond a limit.</exception>
    public static int Check(ReadOnlySpan<byte> data, int count, WireLimits limits)
    {
        // Level 0 is the message itself. A counter for each level instead of recursion: the stack stays as it is.
        Span<Level> levels = limits.MaxDepth <= MaxDepthOnStack
            ? stackalloc Level[MaxDepthOnStack + 1]
            : new Level[limits.MaxDepth + 1];
        levels[0] = new Level { Left = count, MapStart = -1 };
        int depth = 0;
        int position = 0;
        for (int values = 1; ; values++)
        {
            while (levels[depth].Left == 0)
            {
                if (depth == 0)
                {
                    return position;
                }

                MapKeys.Check(data, levels[depth].MapStart, levels[depth].Count);
                depth--;
            }

            if (values > limits.MaxValues)
            {
                Throw("A message has more values than are accepted.");
            }

            ref Level level = ref levels[depth];
            RequireStringIfKey(data, position, level);
            level.Left--;
            ElementKind kind = CheckHead(data, ref position, out int held);
            if (kind is ElementKind.Array or ElementKind.Map)
            {
                if (++depth > limits.MaxDepth)
                {
                    Throw("A message is nested deeper than is accepted.");
                }

                int start = kind == ElementKind.Map ? position : -1;
                levels[depth] = new Level { Left = held, Count = held, MapStart = start };
            }
        }
    }

    /// <summary>Reads the head of an array, which must be there.</summary>
    /// <returns>How many elements follow, at most one for each byte that is left.</returns>
    /// <exception cref="WireFormatException">There is none, or it claims more elements than there can be.</exception>
    public static int CheckArrayHead(ReadOnlySpan<byte> data, out int position)
    {
        position = 0;
        if (CheckHead(data, ref position, out int count) != ElementKind.Array)
        {
            Throw("A message is no array.");
        }

        return count;
    }

    private static void RequireStringIfKey(ReadOnlySpan<byte> data, int position, Level level)
    {
        bool isKey = level.MapStart >= 0 && (level.Left & 1) == 0;
        if (isKey && position < data.Length && MessagePackShape.KindOf(data[position]) != ElementKind.String)
        {
            Throw("A map has a key that is no text.");
        }
    }

    // Passes over a value that holds no others, or over the head of one that does; says how many it holds.
    private static ElementKind CheckHead(ReadOnlySpan<byte> data, ref int position, out int held)
    {
        ReadOnlySpan<byte> rest = data[position..];
        Require(rest, 1);
        byte code = rest[0];
        ElementKind kind = MessagePackShape.KindOf(code);
        held = 0;
        switch (kind)
        {
            case ElementKind.Invalid:
                Throw("A message has a byte that begins no value.");
                break;
            case ElementKind.Array or ElementKind.Map:
                position += CheckContainerHead(rest, kind, out held);
                break;
            case ElementKind.String:
                position += CheckText(rest);
                break;
            case ElementKind.Extension when code >= MessagePackCode.FixExtension1:
            case ElementKind.Null or ElementKind.Boolean or ElementKind.Integer or ElementKind.Floating:
                int length = MessagePackShape.LengthOf(rest[..1]);
                Require(rest, length);
                position += length;
                break;
            default:
                // Binary data, and extensions with a length, whose type stands between the length and the data.
                int head = CheckLength(rest, out length);
                head += kind == ElementKind.Extension ? 1 : 0;
                Require(rest, (long)head + length);
                position += head + length;
                break;
        }

        return kind;
    }

    private static int CheckContainerHead(ReadOnlySpan<byte> rest, ElementKind kind, out int held)
    {
        int head = 1;
        int count = rest[0] & 0x0f;
        if (rest[0] is >= MessagePackCode.Array16 and <= MessagePackCode.Map32)
        {
            head = CheckLength(rest, out count);
        }

        // Each value takes a byte at least, each entry of a map two.
        long values = kind == ElementKind.Map ? 2L * count : count;
        Require(rest, head + values);
        held = (int)values;
        return head;
    }

    private static int CheckText(ReadOnlySpan<byte> rest)
    {
        int head = 1;
        int length = rest[0] & 0x1f;
        if (rest[0] >= MessagePackCode.String8)
        {
            head = CheckLength(rest, out length);
        }

        Require(rest, (long)head + length);
        if (!Utf8.IsValid(rest.Slice(head, length)))
        {
            Throw("A text is not valid UTF-8.");
        }

        return head + length;
    }

    private static int CheckLength(ReadOnlySpan<byte> rest, out int length)
    {
        Require(rest, rest[0] switch
        {
            MessagePackCode.Bytes8 or MessagePackCode.Extension8 or MessagePackCode.String8 => 2,
            MessagePackCode.Bytes16 or MessagePackCode.Extension16 or MessagePackCode.String16
                or MessagePackCode.Array16 or MessagePackCode.Map16 => 3,
            _ => 5,
        });
        MessagePackShape.ReadLength(rest, out int head, out length);

        // Above 2^31 - 1 it is negative here; no message has that much.
        if (length < 0)
        {
            ThrowTruncated();
        }

        return head;
    }

    private static void Require(ReadOnlySpan<byte> rest, long length)
    {
        if (rest.Length < length)
        {
            ThrowTruncated();
        }
    }

    [DoesNotReturn]
    private static void ThrowTruncated() => Throw("A message ends inside a value, or claims more than it has.");

    [DoesNotReturn]
    private static void Throw(string reason) => throw new WireFormatException(reason);

    // An array, a map or the message, of which some values are still to come.
    [StructLayout(LayoutKind.Auto)]
    private struct Level
    {
        public int Left;
        public int Count;
        public int MapStart;
    }
}
