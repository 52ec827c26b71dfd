using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp;

/// <summary>
/// What stands under a key of a <see cref="Families">family</see>: one element, as messages carry them.
/// </summary>
/// <remarks>Never changes. Equal by what it says on the wire: 1 and 1L are equal, 1 and 1.0 are not.</remarks>
public sealed class FamilyValue : IEquatable<FamilyValue>
{
    private readonly ReadOnlyMemory<byte> _element;
    private readonly ElementDialect _dialect;

    private FamilyValue(ReadOnlyMemory<byte> element, ElementDialect dialect)
    {
        _element = element;
        _dialect = dialect;
    }

    /// <summary>Nothing: what stands under a key that only has to be there.</summary>
    public static FamilyValue Null { get; } = Of<object?>(null);

    /// <summary>Whether it is nothing.</summary>
    public bool IsNull
    {
        get
        {
            ElementReader reader = CreateReader();
            return reader.TryReadNull();
        }
    }

    /// <summary>The value as what it is, by the rules of <see cref="Message.this[int]"/>.</summary>
    public object? Value
    {
        get
        {
            ElementReader reader = CreateReader();
            _ = DynamicCodecs.TryRead(ref reader, out object? value);
            return value;
        }
    }

    /// <summary>The element's bytes, as MessagePack.</summary>
    internal ReadOnlySpan<byte> Element => _element.Span;

    /// <summary>The value as <typeparamref name="T"/>, by the rules by which handler parameters bind.</summary>
    /// <inheritdoc cref="Message.TryGet{T}(int, out T)" path="/remarks"/>
    /// <returns><see langword="false"/> if it is of another type.</returns>
    public bool TryGet<T>([MaybeNullWhen(false)] out T value)
    {
        value = default;
        ElementReader reader = CreateReader();
        return ElementCodec<T>.TryFindReader(out IElementCodec<T>? codec) && reader.TryReadCoded(codec, out value);
    }

    /// <summary>The value as <typeparamref name="T"/>, by the rules by which handler parameters bind.</summary>
    /// <exception cref="InvalidCastException">It is of another type.</exception>
    public T Get<T>() => TryGet(out T? value)
        ? value!
        : throw new InvalidCastException($"The value {this} is no {typeof(T).Name}; see {nameof(TryGet)}.");

    /// <inheritdoc/>
    public bool Equals(FamilyValue? other) => other is not null && Element.SequenceEqual(other.Element);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FamilyValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Element);
        return hash.ToHashCode();
    }

    /// <summary>The value, as a message would print it. For people, not for parsing.</summary>
    public override string ToString() => new WireMessage(_element, 1, _dialect).ToString()[1..^1];

    /// <summary>The value of an object.</summary>
    /// <exception cref="MessageEncodingException">It can't travel.</exception>
    internal static FamilyValue Of<T>(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);

        // It stands in a map in a map in what nodes tell each other, and may be so much less deep itself.
        writer.Enter();
        writer.Enter();
        writer.WriteElement(value);
        writer.Flush();
        return new FamilyValue(bytes.WrittenMemory, ElementDialect.Exact);
    }

    /// <summary>Reads one element, whatever it is.</summary>
    /// <returns><see langword="false"/> if none is left.</returns>
    internal static bool TryRead(ref ElementReader reader, [NotNullWhen(true)] out FamilyValue? value)
    {
        value = null;
        if (reader.IsAtEnd)
        {
            return false;
        }

        if (reader.Dialect == ElementDialect.Exact)
        {
            value = new FamilyValue(reader.TakeElements(1).ToArray(), ElementDialect.Exact);
            return true;
        }

        // Other nodes are told of it as well, who know nothing of its sender's dialect: what can be told exactly is.
        _ = DynamicCodecs.TryRead(ref reader, out object? exact);
        value = new FamilyValue(Of(exact)._element, reader.Dialect);
        return true;
    }

    /// <summary>A reader that stands at the element.</summary>
    internal ElementReader CreateReader() => new(Element, _dialect);
}
