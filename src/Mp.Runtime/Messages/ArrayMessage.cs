using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>
/// A message of any elements, boxed: for what has no typed overload, as a first element that is no string.
/// </summary>
internal sealed class ArrayMessage(object?[] elements) : MemoryMessage(elements is [string tag, ..] ? tag : null)
{
    private readonly object?[] _elements = elements;

    public override int Count => _elements.Length;

    public override object? this[int index] =>
        (uint)index < (uint)_elements.Length ? _elements[index] : throw NoSuchElement(index);

    public override bool IsNull(int index) =>
        (uint)index < (uint)_elements.Length && ElementConversion.IsNull(_elements[index]);

    public override bool TryGetInt64(int index, out long value) => ElementConversion.TryToInt64(At(index), out value);

    public override bool TryGetUInt64(int index, out ulong value) =>
        ElementConversion.TryToUInt64(At(index), out value);

    public override bool TryGetDouble(int index, out double value) =>
        ElementConversion.TryToDouble(At(index), out value);

    public override bool TryGetBoolean(int index, out bool value) =>
        ElementConversion.TryToBoolean(At(index), out value);

    public override bool TryGetString(int index, [NotNullWhen(true)] out string? value) =>
        ElementConversion.TryToString(At(index), out value);

    public override bool TryGetPortId(int index, out PortId value) =>
        ElementConversion.TryToPortId(At(index), out value);

    public override bool TryGetCoded<T>(int index, IElementCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return (uint)index < (uint)_elements.Length
            && ElementConversion.TryConvert(_elements[index], codec, out value);
    }

    internal override void WriteElements(ref ElementWriter writer)
    {
        foreach (object? element in _elements)
        {
            writer.WriteElement(element);
        }
    }

    // A port ID is a text on the wire, and so it is a tag here.
    private protected override string? ReadTag() => ElementConversion.TryToString(At(0), out string? tag) ? tag : null;

    // An element that is missing is taken for null, which is of none of the types asked for.
    private object? At(int index) => (uint)index < (uint)_elements.Length ? _elements[index] : null;
}
