using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>A message of a tag and 7 more elements.</summary>
internal sealed class TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
    string tag,
    T1 element1,
    T2 element2,
    T3 element3,
    T4 element4,
    T5 element5,
    T6 element6,
    T7 element7)
    : MemoryMessage(tag)
{
    private readonly T1 _element1 = element1;
    private readonly T2 _element2 = element2;
    private readonly T3 _element3 = element3;
    private readonly T4 _element4 = element4;
    private readonly T5 _element5 = element5;
    private readonly T6 _element6 = element6;
    private readonly T7 _element7 = element7;

    public override int Count => 8;

    public override object? this[int index] => index switch
    {
        0 => Tag,
        1 => _element1,
        2 => _element2,
        3 => _element3,
        4 => _element4,
        5 => _element5,
        6 => _element6,
        7 => _element7,
        _ => throw NoSuchElement(index),
    };

    public override bool IsNull(int index) => index switch
    {
        0 => Tag is null,
        1 => ElementConversion.IsNull(_element1),
        2 => ElementConversion.IsNull(_element2),
        3 => ElementConversion.IsNull(_element3),
        4 => ElementConversion.IsNull(_element4),
        5 => ElementConversion.IsNull(_element5),
        6 => ElementConversion.IsNull(_element6),
        7 => ElementConversion.IsNull(_element7),
        _ => false,
    };

    public override bool TryGetInt64(int index, out long value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToInt64(_element1, out value),
            2 => ElementConversion.TryToInt64(_element2, out value),
            3 => ElementConversion.TryToInt64(_element3, out value),
            4 => ElementConversion.TryToInt64(_element4, out value),
            5 => ElementConversion.TryToInt64(_element5, out value),
            6 => ElementConversion.TryToInt64(_element6, out value),
            7 => ElementConversion.TryToInt64(_element7, out value),
            _ => false,
        };
    }

    public override bool TryGetUInt64(int index, out ulong value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToUInt64(_element1, out value),
            2 => ElementConversion.TryToUInt64(_element2, out value),
            3 => ElementConversion.TryToUInt64(_element3, out value),
            4 => ElementConversion.TryToUInt64(_element4, out value),
            5 => ElementConversion.TryToUInt64(_element5, out value),
            6 => ElementConversion.TryToUInt64(_element6, out value),
            7 => ElementConversion.TryToUInt64(_element7, out value),
            _ => false,
        };
    }

    public override bool TryGetDouble(int index, out double value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToDouble(_element1, out value),
            2 => ElementConversion.TryToDouble(_element2, out value),
            3 => ElementConversion.TryToDouble(_element3, out value),
            4 => ElementConversion.TryToDouble(_element4, out value),
            5 => ElementConversion.TryToDouble(_element5, out value),
            6 => ElementConversion.TryToDouble(_element6, out value),
            7 => ElementConversion.TryToDouble(_element7, out value),
            _ => false,
        };
    }

    public override bool TryGetBoolean(int index, out bool value)
    {
        value = default;
        return index switch
        {
            1 => ElementConversion.TryToBoolean(_element1, out value),
            2 => ElementConversion.TryToBoolean(_element2, out value),
            3 => ElementConversion.TryToBoolean(_element3, out value),
            4 => ElementConversion.TryToBoolean(_element4, out value),
            5 => ElementConversion.TryToBoolean(_element5, out value),
            6 => ElementConversion.TryToBoolean(_element6, out value),
            7 => ElementConversion.TryToBoolean(_element7, out value),
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
            2 => ElementConversion.TryToString(_element2, out value),
            3 => ElementConversion.TryToString(_element3, out value),
            4 => ElementConversion.TryToString(_element4, out value),
            5 => ElementConversion.TryToString(_element5, out value),
            6 => ElementConversion.TryToString(_element6, out value),
            7 => ElementConversion.TryToString(_element7, out value),
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
            2 => ElementConversion.TryToPortId(_element2, out value),
            3 => ElementConversion.TryToPortId(_element3, out value),
            4 => ElementConversion.TryToPortId(_element4, out value),
            5 => ElementConversion.TryToPortId(_element5, out value),
            6 => ElementConversion.TryToPortId(_element6, out value),
            7 => ElementConversion.TryToPortId(_element7, out value),
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
            2 => ElementConversion.TryConvert(_element2, codec, out value),
            3 => ElementConversion.TryConvert(_element3, codec, out value),
            4 => ElementConversion.TryConvert(_element4, codec, out value),
            5 => ElementConversion.TryConvert(_element5, codec, out value),
            6 => ElementConversion.TryConvert(_element6, codec, out value),
            7 => ElementConversion.TryConvert(_element7, codec, out value),
            _ => false,
        };
    }

    internal override void WriteElements(ref ElementWriter writer)
    {
        writer.WriteElement(Tag);
        writer.WriteElement(_element1);
        writer.WriteElement(_element2);
        writer.WriteElement(_element3);
        writer.WriteElement(_element4);
        writer.WriteElement(_element5);
        writer.WriteElement(_element6);
        writer.WriteElement(_element7);
    }
}
