using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>A message that came as bytes, as generated match tables see it: the bytes, which were checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireMessage : Message
{
    // A long message counts in the window once more for each so many bytes.
    private const int BytesPerWeight = 4096;

    // Parts of a message that is as long as this may be handed out, and then keep all of it.
    private const int MinSharedBytes = 1024;

    private readonly byte[] _bytes;
    private readonly ElementDialect _dialect;

    // Whether it stands for one message after the other.
    private readonly bool _isCursor;

    private int _start;
    private int _length;
    private int _count;

    /// <summary>A message of these bytes.</summary>
    /// <param name="elements">The elements one after the other, checked. Kept, and never changed.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dialect">What their sender says otherwise than it would be said here.</param>
    internal WireMessage(ReadOnlyMemory<byte> elements, int count, ElementDialect dialect = ElementDialect.Exact)
        : base(null)
    {
        if (!MemoryMarshal.TryGetArray(elements, out ArraySegment<byte> bytes))
        {
            bytes = elements.ToArray();
        }

        _bytes = bytes.Array ?? [];
        _start = bytes.Offset;
        _length = bytes.Count;
        _count = count;
        _dialect = dialect;
    }

    /// <summary>No message yet: <see cref="MoveTo"/> says which one.</summary>
    /// <param name="bytes">Its bytes, and maybe those of others. Kept, and never changed.</param>
    /// <param name="dialect">What their sender says otherwise than it would be said here.</param>
    /// <param name="isCursor">Whether it is to stand for one message after the other.</param>
    internal WireMessage(byte[] bytes, ElementDialect dialect, bool isCursor = false)
        : base(null)
    {
        _bytes = bytes;
        _dialect = dialect;
        _isCursor = isCursor;
    }

    /// <inheritdoc/>
    public override int Count => _count;

    /// <summary>
    /// The window of the connection that it came over, if it is to be told when the message is handled.
    /// </summary>
    internal ReceiveWindow? Window { get; set; }

    /// <summary>How much of the window it takes.</summary>
    internal int Weight => 1 + (_length / BytesPerWeight);

    /// <inheritdoc/>
    internal override MessageFamily Family => MessageFamily.Wire;

    private ReadOnlySpan<byte> Elements => _bytes.AsSpan(_start, _length);

    /// <inheritdoc/>
    public override object? this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The message has {Count} elements.");
            }

            ElementReader reader = ReaderAt(index);
            _ = DynamicCodecs.TryRead(ref reader, out object? value);
            return value;
        }
    }

    /// <inheritdoc/>
    public override bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if ((uint)index >= (uint)Count || !ElementCodec<T>.TryFindReader(out IElementCodec<T>? codec))
        {
            return false;
        }

        ElementReader reader = ReaderAt(index);
        return reader.TryReadCoded(codec, out value);
    }

    /// <summary>A reader that stands at the first element.</summary>
    public ElementReader CreateReader() => new(Elements, _dialect, _length >= MinSharedBytes ? _bytes : null);

    /// <summary>
    /// The message for whoever gets hold of it: the object that match tables see may stand for the next message when
    /// they have returned.
    /// </summary>
    public WireMessage Keep()
    {
        if (!_isCursor)
        {
            return this;
        }

        var kept = new WireMessage(_bytes, _dialect);
        kept.MoveTo(_start, _length, _count);
        return kept;
    }

    /// <summary>Has the object stand for a message.</summary>
    /// <param name="start">Where its first element begins.</param>
    /// <param name="length">How many bytes the elements are.</param>
    /// <param name="count">How many elements there are.</param>
    internal void MoveTo(int start, int length, int count)
    {
        _start = start;
        _length = length;
        _count = count;
        ForgetTag();
    }

    /// <summary>It waits from now on. To be called by the reader of the connection.</summary>
    internal void EnterWindow() => Window?.Deliver(Weight);

    /// <summary>It waits no more. To be called once for each time that it entered, by anybody.</summary>
    internal void LeaveWindow() => Window?.Handle(Weight);

    /// <summary>The same elements as they came, and a port ID after them.</summary>
    internal WireMessage With(PortId last)
    {
        var elements = new ArrayBufferWriter<byte>(_length + (2 * PortId.MaxPartBytes));
        var writer = new ElementWriter(elements);
        writer.WriteRaw(Elements);
        writer.WritePortId(last);
        writer.Flush();
        return new WireMessage(elements.WrittenMemory, Count + 1, _dialect);
    }

    /// <inheritdoc/>
    // In one pass: to find an element, all before it have to be read.
    internal override void CopyTo(int first, Span<object?> elements)
    {
        ElementReader reader = ReaderAt(first);
        for (int index = 0; index < elements.Length; index++)
        {
            ElementReader element = reader;
            _ = DynamicCodecs.TryRead(ref element, out elements[index]);
            _ = reader.TrySkip();
        }
    }

    /// <inheritdoc/>
    internal override Message Skip(int count) =>
        new WireMessage(_bytes.AsMemory(_start, _length)[ReaderAt(count).Position..], Count - count, _dialect);

    /// <inheritdoc/>
    internal override void WriteElements(ref ElementWriter writer) => writer.WriteRaw(Elements);

    /// <inheritdoc/>
    internal override Message CloneForQueue()
    {
        var copy = (WireMessage)base.CloneForQueue();
        copy.Window = null;
        return copy;
    }

    private protected override string? ReadTag()
    {
        ElementReader reader = CreateReader();
        return reader.TryReadString(out string? tag) ? tag : null;
    }

    private ElementReader ReaderAt(int index)
    {
        ElementReader reader = CreateReader();
        for (int skipped = 0; skipped < index; skipped++)
        {
            _ = reader.TrySkip();
        }

        return reader;
    }
}
