using System.Buffers;
using System.Globalization;
using Mp.Wire;

namespace Mp.Codecs.Json;

/// <summary>Rewrites a JSON array that a peer sent as elements of MessagePack, and checks it on the way.</summary>
/// <remarks>Numbers that are integers and fit 64 bits become integers, others doubles.</remarks>
/// <param name="limits">How many values and how much nesting are accepted.</param>
internal sealed class JsonToElements(WireLimits limits)
{
    // What can't overflow a long.
    private const int MaxShortDigits = 18;
    private const int MaxBytesOnStack = 256;

    private readonly ElementBuffer _output = new();
    private readonly ElementAssembler.Level[] _levels = new ElementAssembler.Level[limits.MaxDepth + 1];

    /// <summary>The elements of the last message: a view, valid until the next one.</summary>
    public ReadOnlySpan<byte> Elements => _output.Written;

    /// <summary>Rewrites one message.</summary>
    /// <param name="json">The message, from its bracket on, and perhaps something after it.</param>
    /// <param name="length">How many bytes it takes; if it is refused, where the reason is.</param>
    /// <param name="count">How many elements it has, the port name included.</param>
    public Verdict Rewrite(ReadOnlySpan<byte> json, out int length, out int count)
    {
        var reader = new JsonReader(json);
        count = 0;
        Verdict verdict = Verdict.NotAnArray;
        if (reader.PeekWord() == (byte)'[')
        {
            reader.Pass();
            var target = new ElementAssembler(_output, _levels, limits, ElementAssembler.Unknown);
            verdict = ReadItems(ref reader, ref target);
            target.Finish();
            count = target.Count;
        }

        length = reader.Position;
        return verdict;
    }

    private static Verdict ReadItems(ref JsonReader reader, ref ElementAssembler target)
    {
        while (true)
        {
            Verdict verdict;
            byte next = reader.PeekWord();
            if (next is (byte)']' or (byte)'}')
            {
                bool isLast = target.IsOutermost;
                verdict = ReadEnd(ref reader, ref target, next);
                if (isLast || verdict != Verdict.Accepted)
                {
                    return verdict;
                }

                continue;
            }

            // Right after a bracket there is no comma, and only there.
            if (!target.IsEmpty)
            {
                if (next != (byte)',')
                {
                    return reader.Unexpected;
                }

                reader.Pass();
                next = reader.PeekWord();
            }

            verdict = target.IsMap ? ReadEntry(ref reader, ref target, next) : ReadValue(ref reader, ref target, next);
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }
        }
    }

    private static Verdict ReadEnd(ref JsonReader reader, ref ElementAssembler target, byte bracket)
    {
        if (bracket != (target.IsMap ? (byte)'}' : (byte)']'))
        {
            return Verdict.NotJson;
        }

        reader.Pass();
        return target.IsOutermost ? Verdict.Accepted : target.End();
    }

    private static Verdict ReadEntry(ref JsonReader reader, ref ElementAssembler target, byte next)
    {
        if (next != (byte)'"')
        {
            return reader.Unexpected;
        }

        Verdict verdict = ReadText(ref reader, ref target);
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        if (reader.PeekWord() != (byte)':')
        {
            return reader.Unexpected;
        }

        reader.Pass();
        return ReadValue(ref reader, ref target, reader.PeekWord());
    }

    private static Verdict ReadValue(ref JsonReader reader, ref ElementAssembler target, byte next)
    {
        switch (next)
        {
            case (byte)'"':
                return ReadText(ref reader, ref target);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumber(ref reader, ref target);
            case (byte)'[':
                reader.Pass();
                return target.BeginArray(ElementAssembler.Unknown);
            case (byte)'{':
                reader.Pass();
                return target.BeginMap(ElementAssembler.Unknown);
            case (byte)'t':
                Verdict verdict = reader.ReadLiteral("true"u8);
                return verdict == Verdict.Accepted ? target.AddBoolean(true) : verdict;
            case (byte)'f':
                verdict = reader.ReadLiteral("false"u8);
                return verdict == Verdict.Accepted ? target.AddBoolean(false) : verdict;
            case (byte)'n':
                verdict = reader.ReadLiteral("null"u8);
                return verdict == Verdict.Accepted ? target.AddNull() : verdict;
            default:
                return reader.Unexpected;
        }
    }

    private static Verdict ReadText(ref JsonReader reader, ref ElementAssembler target)
    {
        Verdict verdict = reader.ReadText(out ReadOnlySpan<byte> raw, out bool isEscaped);
        if (verdict != Verdict.Accepted || !isEscaped)
        {
            return verdict == Verdict.Accepted ? target.AddText(raw) : verdict;
        }

        byte[]? rented = raw.Length > MaxBytesOnStack ? ArrayPool<byte>.Shared.Rent(raw.Length) : null;
        try
        {
            Span<byte> text = rented ?? stackalloc byte[MaxBytesOnStack];
            verdict = JsonText.Unescape(raw, text, out int length);
            return verdict == Verdict.Accepted ? target.AddText(text[..length]) : verdict;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private static Verdict ReadNumber(ref JsonReader reader, ref ElementAssembler target)
    {
        Verdict verdict = reader.ReadNumber(out ReadOnlySpan<byte> text, out bool isInteger);
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        if (isInteger && text.Length <= MaxShortDigits)
        {
            return target.AddInt64(ReadShort(text));
        }

        if (isInteger
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long signed))
        {
            return target.AddInt64(signed);
        }

        if (isInteger && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong unsigned))
        {
            return target.AddUInt64(unsigned);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
                ? target.AddDouble(number)
                : Verdict.NumberTooBig;
    }

    private static long ReadShort(ReadOnlySpan<byte> text)
    {
        bool isNegative = text[0] == (byte)'-';
        long value = 0;
        foreach (byte digit in isNegative ? text[1..] : text)
        {
            value = (10 * value) + digit - '0';
        }

        return isNegative ? -value : value;
    }
}
