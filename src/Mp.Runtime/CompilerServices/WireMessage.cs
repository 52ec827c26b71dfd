using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A message that came as bytes, as generated match tables see it: the bytes, which were checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireMessage : Message
{
    // A long message counts in the window once more for each so many bytes.
    private const int BytesPerWeight = 4096;

    private readonly ReadOnlyMemory<byte> _elements;
    private readonly ElementDialect _dialect;

    /// <summary>A message of these bytes.</summary>
    /// <param name="elements">The elements one after the other, checked. Kept, and never changed.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dialect">What their sender says otherwise than it would be said here.</param>
    internal WireMessage(ReadOnlyMemory<byte> elements, int count, ElementDialect dialect = ElementDialect.Exact)
        : base(null)
    {
        _elements = elements;
        _dialect = dialect;
        Count = count;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>
    /// The window of the connection that it came over, if it is to be told when the message is handled.
    /// </summary>
    internal ReceiveWindow? Window { get; set; }

    /// <summary>How much of the window it takes.</summary>
    internal int Weight => 1 + (_elements.Length / BytesPerWeight);

    /// <inheritdoc/>
    internal override MessageFamily Family => MessageFamily.Wire;

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
        if ((uint)index >= (uint)Count || !ElementCodec<T>.TryFind(out IElementCodec<T>? codec))
        {
            return false;
        }

        ElementReader reader = ReaderAt(index);
        return reader.TryReadCoded(codec, out value);
    }

    /// <summary>A reader that stands at the first element.</summary>
    public ElementReader CreateReader() => new(_elements.Span, _dialect);

    /// <summary>It waits from now on. To be called by the reader of the connection.</summary>
    internal void EnterWindow() => Window?.Deliver(Weight);

    /// <summary>It waits no more. To be called once for each time that it entered, by anybody.</summary>
    internal void LeaveWindow() => Window?.Handle(Weight);

    /// <summary>The same elements as they came, and a port ID after them.</summary>
    internal WireMessage With(PortId last)
    {
        var elements = new ArrayBufferWriter<byte>(_elements.Length + (2 * PortId.MaxPartBytes));
        var writer = new ElementWriter(elements);
        writer.WriteRaw(_elements.Span);
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
        new WireMessage(_elements[ReaderAt(count).Position..], Count - count, _dialect);

    /// <inheritdoc/>
    internal override void WriteElements(ref ElementWriter writer) => writer.WriteRaw(_elements.Span);

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
