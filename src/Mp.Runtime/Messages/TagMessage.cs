using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>A message of a tag alone.</summary>
internal sealed class TagMessage(string tag) : MemoryMessage(tag)
{
    public override int Count => 1;

    public override object? this[int index] => index switch
    {
        0 => Tag,
        _ => throw NoSuchElement(index),
    };

    public override bool IsNull(int index) => index == 0 && Tag is null;

    public override bool TryGetInt64(int index, out long value)
    {
        value = default;
        return false;
    }

    public override bool TryGetUInt64(int index, out ulong value)
    {
        value = default;
        return false;
    }

    public override bool TryGetDouble(int index, out double value)
    {
        value = default;
        return false;
    }

    public override bool TryGetBoolean(int index, out bool value)
    {
        value = default;
        return false;
    }

    public override bool TryGetString(int index, [NotNullWhen(true)] out string? value)
    {
        value = default;
        return index switch
        {
            0 => (value = Tag) is not null,
            _ => false,
        };
    }

    public override bool TryGetPortId(int index, out PortId value)
    {
        value = default;
        return index switch
        {
            0 => ElementConversion.TryToPortId(Tag, out value),
            _ => false,
        };
    }

    public override bool TryGetCoded<T>(int index, IElementCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return index switch
        {
            0 => ElementConversion.TryConvert(Tag, codec, out value),
            _ => false,
        };
    }

    internal override void WriteElements(ref ElementWriter writer)
    {
        writer.WriteElement(Tag);
    }
}
