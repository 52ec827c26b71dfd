using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Mp.Wire;

namespace Mp.Codecs.Cbor;

/// <summary>Rewrites a CBOR array that a peer sent as elements of MessagePack, and checks it on the way.</summary>
/// <param name="limits">How many values and how much nesting are accepted.</param>
/// <param name="hasOctets">
/// Whether the peer may send a text as a byte string, one byte a character. Then those of ASCII characters become
/// texts.
/// </param>
internal sealed class CborToElements(WireLimits limits, bool hasOctets)
{
    private const int MaxBignumBytes = sizeof(ulong);

    private readonly ElementBuffer _output = new();
    private readonly ElementBuffer _chunks = new();
    private readonly ElementAssembler.Level[] _levels = new ElementAssembler.Level[limits.MaxDepth + 1];

    /// <summary>The elements of the last message: a view, valid until the next one.</summary>
    public ReadOnlySpan<byte> Elements => _output.Written;

    /// <summary>Rewrites one message.</summary>
    /// <param name="cbor">The message, and perhaps something after it.</param>
    /// <param name="length">How many bytes it takes; if it is refused, where the reason is.</param>
    /// <param name="count">How many elements it has, the port name included.</param>
    public Verdict Rewrite(ReadOnlySpan<byte> cbor, out int length, out int count)
    {
        var reader = new CborReader(cbor);
        count = 0;
        Verdict verdict = ReadMessageHead(ref reader, out int announced);
        if (verdict == Verdict.Accepted)
        {
            var target = new ElementAssembler(_output, _levels, limits, announced);
            verdict = ReadItems(ref reader, ref target);
            target.Finish();
            count = target.Count;
        }

        length = reader.Position;
        return verdict;
    }

    private static Verdict ReadMessageHead(ref CborReader reader, out int count)
    {
        Verdict verdict = ReadUntagged(ref reader, out _);
        count = ElementAssembler.Unknown;
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        if (reader.Major != CborMajor.Array)
        {
            return Verdict.NotAnArray;
        }

        return reader.IsIndefinite ? Verdict.Accepted : reader.CheckCount(1, out count);
    }

    // Passes over the tags that stand before a value.
    private static Verdict ReadUntagged(ref CborReader reader, out ulong tag)
    {
        tag = CborInfo.NoTag;
        Verdict verdict = reader.ReadHead();
        while (verdict == Verdict.Accepted && reader.Major == CborMajor.Tag)
        {
            tag = reader.Argument;
            verdict = reader.ReadHead();
            if (verdict == Verdict.Accepted && reader.IsBreak)
            {
                return Verdict.UnexpectedBreak;
            }
        }

        return verdict;
    }

    private Verdict ReadItems(ref CborReader reader, ref ElementAssembler target)
    {
        while (true)
        {
            while (target.IsComplete)
            {
                if (target.IsOutermost)
                {
                    return Verdict.Accepted;
                }

                Verdict ended = target.End();
                if (ended != Verdict.Accepted)
                {
                    return ended;
                }
            }

            Verdict verdict = ReadUntagged(ref reader, out ulong tag);
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }

            if (reader.IsBreak)
            {
                // Not after a key, which has no value then.
                if (!target.IsOpen || (target.IsMap && !target.IsAtKey))
                {
                    return Verdict.UnexpectedBreak;
                }

                if (target.IsOutermost)
                {
                    return Verdict.Accepted;
                }

                verdict = target.End();
            }
            else
            {
                verdict = ReadValue(ref reader, ref target, tag);
            }

            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }
        }
    }

    private Verdict ReadValue(ref CborReader reader, ref ElementAssembler target, ulong tag)
    {
        int count = ElementAssembler.Unknown;
        switch (reader.Major)
        {
            case CborMajor.Unsigned when tag == CborInfo.EpochSeconds && reader.Argument <= long.MaxValue:
                return target.AddTimestamp(new Timestamp((long)reader.Argument, 0));
            case CborMajor.Unsigned:
                return target.AddUInt64(reader.Argument);
            case CborMajor.Negative when reader.Argument > long.MaxValue:
                return Verdict.NumberTooBig;
            case CborMajor.Negative when tag == CborInfo.EpochSeconds:
                return target.AddTimestamp(new Timestamp(-1 - (long)reader.Argument, 0));
            case CborMajor.Negative:
                return target.AddInt64(-1 - (long)reader.Argument);
            case CborMajor.Bytes or CborMajor.Text:
                return ReadString(ref reader, ref target, tag);
            case CborMajor.Array:
                Verdict verdict = reader.IsIndefinite ? Verdict.Accepted : reader.CheckCount(1, out count);
                return verdict == Verdict.Accepted ? target.BeginArray(count) : verdict;
            case CborMajor.Map:
                verdict = reader.IsIndefinite ? Verdict.Accepted : reader.CheckCount(2, out count);
                return verdict == Verdict.Accepted ? target.BeginMap(count) : verdict;
            default:
                return ReadOther(ref reader, ref target, tag);
        }
    }

    private static Verdict ReadOther(ref CborReader reader, ref ElementAssembler target, ulong tag)
    {
        switch (reader.Info)
        {
            case CborInfo.False or CborInfo.True:
                return target.AddBoolean(reader.Info == CborInfo.True);
            case CborInfo.Null or CborInfo.Undefined:
                return target.AddNull();
            case CborInfo.Half:
                return AddFloating(ref target, (float)BitConverter.UInt16BitsToHalf((ushort)reader.Argument), tag);
            case CborInfo.Single:
                return AddFloating(ref target, BitConverter.UInt32BitsToSingle((uint)reader.Argument), tag);
            case CborInfo.Double:
                double number = BitConverter.UInt64BitsToDouble(reader.Argument);
                return tag == CborInfo.EpochSeconds && Timestamp.TryFrom(number, out Timestamp moment)
                    ? target.AddTimestamp(moment)
                    : target.AddDouble(number);
            default:
                return Verdict.UnknownSimpleValue;
        }
    }

    private static Verdict AddFloating(ref ElementAssembler target, float number, ulong tag) =>
        tag == CborInfo.EpochSeconds && Timestamp.TryFrom(number, out Timestamp moment)
            ? target.AddTimestamp(moment)
            : target.AddSingle(number);

    private Verdict ReadString(ref CborReader reader, ref ElementAssembler target, ulong tag)
    {
        bool isText = reader.Major == CborMajor.Text;
        Verdict verdict = reader.IsIndefinite
            ? ReadChunks(ref reader, out ReadOnlySpan<byte> content)
            : reader.ReadContent(reader.Argument, out content);
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        if (isText)
        {
            return tag == CborInfo.DateText && !target.IsAtKey && Timestamp.TryParse(content, out Timestamp moment)
                ? target.AddTimestamp(moment)
                : target.AddText(content);
        }

        if (tag is CborInfo.BigUnsigned or CborInfo.BigNegative)
        {
            return AddBignum(ref target, content.TrimStart((byte)0), tag == CborInfo.BigNegative);
        }

        bool isAscii = Ascii.IsValid(content);
        if (target.IsAtKey && !isAscii)
        {
            return target.AddText(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(content)));
        }

        return target.IsAtKey || (isAscii && hasOctets) ? target.AddText(content) : target.AddBytes(content);
    }

    // A string in pieces, ended by a break. Texts are not cut within a character.
    private Verdict ReadChunks(ref CborReader reader, out ReadOnlySpan<byte> content)
    {
        CborMajor major = reader.Major;
        content = default;
        _chunks.Clear();
        while (true)
        {
            Verdict verdict = reader.ReadHead();
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }

            if (reader.IsBreak)
            {
                content = _chunks.Written;
                return Verdict.Accepted;
            }

            if (reader.Major != major || reader.IsIndefinite)
            {
                return Verdict.ChunkOfAnotherType;
            }

            verdict = reader.ReadContent(reader.Argument, out ReadOnlySpan<byte> chunk);
            if (verdict == Verdict.Accepted && major == CborMajor.Text && !Utf8.IsValid(chunk))
            {
                verdict = Verdict.NotUtf8;
            }

            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }

            chunk.CopyTo(_chunks.GetSpan(chunk.Length));
            _chunks.Advance(chunk.Length);
        }
    }

    private static Verdict AddBignum(ref ElementAssembler target, scoped ReadOnlySpan<byte> digits, bool isNegative)
    {
        if (digits.Length > MaxBignumBytes)
        {
            return Verdict.NumberTooBig;
        }

        Span<byte> whole = stackalloc byte[MaxBignumBytes];
        digits.CopyTo(whole[^digits.Length..]);
        ulong value = BinaryPrimitives.ReadUInt64BigEndian(whole);
        if (!isNegative)
        {
            return target.AddUInt64(value);
        }

        return value <= long.MaxValue ? target.AddInt64(-1 - (long)value) : Verdict.NumberTooBig;
    }
}
