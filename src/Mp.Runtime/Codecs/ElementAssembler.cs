using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Codecs;

/// <summary>
/// Puts the elements of a message together, as MessagePack, while a reader of another format comes upon them. Here the
/// limits are kept, so that they are the same whatever the format.
/// </summary>
/// <remarks>
/// What comes out is what the validator of MessagePack would accept. After a verdict other than
/// <see cref="Verdict.Accepted"/> the assembler is of no more use.
/// </remarks>
internal ref struct ElementAssembler
{
    /// <summary>A number of elements that only the end tells.</summary>
    public const int Unknown = -1;

    private const int MaxFixCount = 0x0f;

    private readonly ElementBuffer _output;
    private readonly WireLimits _limits;
    private readonly Span<Level> _levels;
    private ElementWriter _writer;
    private int _depth;
    private int _values;

    /// <summary>Begins a message.</summary>
    /// <param name="output">Where its elements go. What was in it is gone.</param>
    /// <param name="levels">Room for as many levels as are accepted, and one for the message itself.</param>
    /// <param name="limits">How many values and how much nesting are accepted.</param>
    /// <param name="count">How many elements it has, the port name included; or <see cref="Unknown"/>.</param>
    public ElementAssembler(ElementBuffer output, Span<Level> levels, WireLimits limits, int count)
    {
        output.Clear();
        _output = output;
        _levels = levels;
        _limits = limits;
        _writer = new ElementWriter(output);

        // The port name, which comes first, is none of the values that are counted.
        _values = -1;
        _levels[0] = new Level { Expected = count };
    }

    /// <summary>Whether all elements of the innermost array or map are there that were announced.</summary>
    public readonly bool IsComplete => _levels[_depth].Count == _levels[_depth].Expected;

    /// <summary>
    /// Whether the innermost array or map ends where its end is found, and not after a number of elements.
    /// </summary>
    public readonly bool IsOpen => _levels[_depth].Expected == Unknown;

    /// <summary>Whether the next element is an element of the message itself.</summary>
    public readonly bool IsOutermost => _depth == 0;

    /// <summary>Whether the innermost array or map, or the message itself, has nothing in it so far.</summary>
    public readonly bool IsEmpty => _levels[_depth].Count == 0;

    /// <summary>Whether the innermost one is a map.</summary>
    public readonly bool IsMap => _levels[_depth].IsMap;

    /// <summary>Whether the next element is the key of a map, and not its value.</summary>
    public readonly bool IsAtKey => _levels[_depth].IsMap && (_levels[_depth].Count & 1) == 0;

    /// <summary>How many elements the message has so far.</summary>
    public readonly int Count => _levels[0].Count;

    /// <summary>To be called at the end of the message: from then on the output has all of it.</summary>
    public void Finish() => _writer.Flush();

    public Verdict AddNull()
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteNull();
        return verdict;
    }

    public Verdict AddBoolean(bool value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteBoolean(value);
        return verdict;
    }

    public Verdict AddInt64(long value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteInt64(value);
        return verdict;
    }

    public Verdict AddUInt64(ulong value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteUInt64(value);
        return verdict;
    }

    public Verdict AddSingle(float value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteSingle(value);
        return verdict;
    }

    public Verdict AddDouble(double value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteDouble(value);
        return verdict;
    }

    public Verdict AddTimestamp(Timestamp value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteTimestamp(value.Seconds, value.Nanoseconds);
        return verdict;
    }

    public Verdict AddBytes(scoped ReadOnlySpan<byte> value)
    {
        Verdict verdict = Admit(isText: false);
        _writer.WriteBytes(value);
        return verdict;
    }

    /// <summary>Adds a text, which is checked to be UTF-8.</summary>
    public Verdict AddText(scoped ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
        {
            return Verdict.NotUtf8;
        }

        Verdict verdict = Admit(isText: true);
        _writer.WriteUtf8(value);
        return verdict;
    }

    /// <summary>Begins an array of so many elements, or of <see cref="Unknown"/> many.</summary>
    public Verdict BeginArray(int count) => Begin(count, isMap: false);

    /// <summary>Begins a map of so many entries, or of <see cref="Unknown"/> many.</summary>
    public Verdict BeginMap(int count) => Begin(count, isMap: true);

    /// <summary>Ends the innermost array or map, which is not the message itself.</summary>
    public Verdict End()
    {
        Level level = _levels[_depth--];
        _writer.Flush();
        if (level.Expected == Unknown)
        {
            PutHead(ref level);
        }

        int entries = level.IsMap ? level.Count / 2 : 0;
        return entries < 2 || MapKeys.AreUnique(_output.Written[level.Start..], entries)
            ? Verdict.Accepted
            : Verdict.KeyTwice;
    }

    private Verdict Begin(int count, bool isMap)
    {
        Verdict verdict = Admit(isText: false);
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        if (++_depth > _limits.MaxDepth)
        {
            return Verdict.TooDeep;
        }

        // The head of an unknown number is that of none, put right at the end.
        int announced = Math.Max(count, 0);
        if (isMap)
        {
            _writer.WriteMapHeader(announced);
        }
        else
        {
            _writer.WriteArrayHeader(announced);
        }

        _writer.Flush();
        _levels[_depth] = new Level
        {
            IsMap = isMap,
            Expected = isMap && count != Unknown ? 2 * count : count,
            Start = _output.Length,
        };
        return Verdict.Accepted;
    }

    private Verdict Admit(bool isText)
    {
        ref Level level = ref _levels[_depth];
        if (level.IsMap && (level.Count & 1) == 0 && !isText)
        {
            return Verdict.KeyNotText;
        }

        level.Count++;
        return ++_values > _limits.MaxValues ? Verdict.TooManyValues : Verdict.Accepted;
    }

    // Where one byte was left for the head. What follows makes room if it takes more.
    private readonly void PutHead(ref Level level)
    {
        int count = level.IsMap ? level.Count / 2 : level.Count;
        int head = level.Start - 1;
        if (count <= MaxFixCount)
        {
            _output.Written[head] = (byte)((level.IsMap ? MessagePackCode.FixMap : MessagePackCode.FixArray) | count);
            return;
        }

        bool isShort = count <= ushort.MaxValue;
        int more = isShort ? sizeof(ushort) : sizeof(uint);
        _output.Insert(head, more);
        level.Start += more;
        Span<byte> target = _output.Written[head..];
        byte code = level.IsMap ? MessagePackCode.Map16 : MessagePackCode.Array16;
        if (isShort)
        {
            target[0] = code;
            BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)count);
        }
        else
        {
            target[0] = (byte)(code + 1);
            BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)count);
        }
    }

    /// <summary>An array, a map or the message that is not at its end.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Level
    {
        public int Count;
        public int Expected;
        public int Start;
        public bool IsMap;
    }
}
