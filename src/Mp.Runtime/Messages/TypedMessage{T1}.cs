using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>A message of a tag and 1 more element.</summary>
internal sealed class TypedMessage<T1>(string tag, T1 element1) : MemoryMessage(tag)
{
    private readonly T1 _element1 = element1;

    public override int Count => 2;

    public override object? this[int index] => index switch
    {
        0 => Tag,
        1 => _element1,
        _ => throw NoSuchElement(index),
    };

    public override bool IsNull(int index) => index switch
    {
        0 => Tag is null,
        1 => ElementConversion.IsNull(_element1),
        _ => false,
    };

    public override bool TryGetInt64(int index, out long value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToInt64(_element1, out value),
            _ => false,
        };
    }

    public override bool TryGetUInt64(int index, out ulong value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToUInt64(_element1, out value),
            _ => false,
        };
    }

    public override bool TryGetDouble(int index, out double value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToDouble(_element1, out value),
            _ => false,
        };
    }

    public override bool TryGetBoolean(int index, out bool value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToBoolean(_element1, out value),
            _ => false,
        };
    }

    public override bool TryGetString(int index, [NotNullWhen(true)] out string? value)
    {
        value = default;
        return index switch
        {
            0 => (value = Tag) is not null,
            1 => ElementConversion.TryToString(_element1, out value),
            _ => false,
        };
    }

    public override bool TryGetPortId(int index, out PortId value)
    {
        value = default;
        return index switch
        {
            0 => ElementConversion.TryToPortId(Tag, out value),
            1 => ElementConversion.TryToPortId(_element1, out value),
            _ => false,
        };
    }

    public override bool TryGetCoded<T>(int index, IElementCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return index switch
        {
            0 => ElementConversion.TryConvert(Tag, codec, out value),
            1 => ElementConversion.TryConvert(_element1, codec, out value),
            _ => false,
        };
    }

    internal override void WriteElements(ref ElementWriter writer)
    {
        writer.WriteElement(Tag);
        writer.WriteElement(_element1);
    }
}
