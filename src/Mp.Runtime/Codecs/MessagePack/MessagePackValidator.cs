using System.Runtime.InteropServices;
using System.Text.Unicode;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Codecs.MessagePack;

/// <summary>Checks elements that a peer sent, before anything else looks at them.</summary>
/// <remarks>
/// <para>
/// What passes is well-formed, within the limits, strict UTF-8, and its maps have strings for keys, each only once.
/// Later readers rely on it and check nothing again, whether they read or skip.
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
    /// <param name="position">How many bytes the elements take; if they are refused, where the reason is.</param>
    public static Verdict Check(ReadOnlySpan<byte> data, int count, WireLimits limits, out int position)
    {
        position = 0;
        if (count > limits.MaxValues)
        {
            return Verdict.TooManyValues;
        }

        // Most messages are flat. The first element that holds others has the levels set up.
        for (int index = 0; index < count; index++)
        {
            int start = position;
            Verdict verdict = CheckHead(data, ref position, out ElementKind kind, out _);
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }

            if (kind is ElementKind.Array or ElementKind.Map)
            {
                position = start;
                return CheckNested(data, index, count, limits, ref position);
            }
        }

        return Verdict.Accepted;
    }

    /// <summary>Reads the head of an array, which must be there.</summary>
    /// <param name="data">The array, and perhaps something after it.</param>
    /// <param name="position">How many bytes the head takes.</param>
    /// <param name="count">How many elements follow, at most one for each byte that is left.</param>
    public static Verdict CheckArrayHead(ReadOnlySpan<byte> data, out int position, out int count)
    {
        position = 0;
        Verdict verdict = CheckHead(data, ref position, out ElementKind kind, out count);
        return verdict == Verdict.Accepted && kind != ElementKind.Array ? Verdict.NotAnArray : verdict;
    }

    // The first elements, which hold no others, were passed.
    private static Verdict CheckNested(
        ReadOnlySpan<byte> data,
        int passed,
        int count,
        WireLimits limits,
        ref int position)
    {
        // Level 0 is the message itself. A counter for each level instead of recursion: the stack stays as it is.
        Span<Level> levels = limits.MaxDepth <= MaxDepthOnStack
            ? stackalloc Level[MaxDepthOnStack + 1]
            : new Level[limits.MaxDepth + 1];
        levels[0] = new Level { Left = count - passed };
        int depth = 0;
        for (int values = passed + 1; ; values++)
        {
            while (levels[depth].Left == 0)
            {
                if (depth == 0)
                {
                    return Verdict.Accepted;
                }

                Level ended = levels[depth--];
                if (ended.IsMap && !MapKeys.AreUnique(data[ended.Start..position], ended.Count / 2))
                {
                    position = ended.Start;
                    return Verdict.KeyTwice;
                }
            }

            if (values > limits.MaxValues)
            {
                return Verdict.TooManyValues;
            }

            Verdict verdict = CheckValue(data, ref levels[depth], ref position, out Level held);
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }

            if (held.IsHead)
            {
                if (++depth > limits.MaxDepth)
                {
                    return Verdict.TooDeep;
                }

                levels[depth] = held;
            }
        }
    }

    private static Verdict CheckValue(ReadOnlySpan<byte> data, ref Level level, ref int position, out Level held)
    {
        int start = position;
        bool isKey = level.IsMap && (level.Left & 1) == 0;
        level.Left--;
        Verdict verdict = CheckHead(data, ref position, out ElementKind kind, out int values);
        held = new Level
        {
            Left = values,
            Count = values,
            Start = position,
            IsMap = kind == ElementKind.Map,
            IsHead = kind is ElementKind.Array or ElementKind.Map,
        };
        if (verdict != Verdict.Accepted || !isKey || kind == ElementKind.String)
        {
            return verdict;
        }

        position = start;
        return Verdict.KeyNotText;
    }

    // Passes over a value that holds no others, or over the head of one that does; says how many it holds.
    private static Verdict CheckHead(ReadOnlySpan<byte> data, ref int position, out ElementKind kind, out int held)
    {
        held = 0;
        if (position >= data.Length)
        {
            kind = ElementKind.Invalid;
            return Verdict.Truncated;
        }

        ReadOnlySpan<byte> rest = data[position..];
        byte code = rest[0];
        MessagePackHead head = MessagePackHead.Of(code);
        kind = head.Kind;
        if (kind == ElementKind.Invalid)
        {
            return Verdict.NoValue;
        }

        if (rest.Length < head.Bytes)
        {
            return Verdict.Truncated;
        }

        // What follows the head: bytes, or values that take one byte each at least.
        long length = head.LengthOf(rest);
        long values = kind == ElementKind.Map ? 2 * length : length;
        if (rest.Length - head.Bytes < values)
        {
            return Verdict.Truncated;
        }

        if (kind is ElementKind.Array or ElementKind.Map)
        {
            held = (int)values;
            length = 0;
        }
        else if (kind == ElementKind.String && !IsText(rest.Slice(head.Bytes, (int)length)))
        {
            return Verdict.NotUtf8;
        }

        position += head.Bytes + (int)length;
        return Verdict.Accepted;
    }

    // Most are short, and of ASCII.
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        (bytes.Length <= ShortText.MaxLength && ShortText.IsAscii(bytes)) || Utf8.IsValid(bytes);

    // An array, a map or the message, of which some values are still to come.
    [StructLayout(LayoutKind.Auto)]
    private struct Level
    {
        public int Left;
        public int Count;
        public int Start;
        public bool IsMap;
        public bool IsHead;
    }
}
