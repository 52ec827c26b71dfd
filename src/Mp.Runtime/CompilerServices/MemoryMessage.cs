using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Mp.CompilerServices;

/// <summary>
/// A message of this process, as generated match tables see it: its elements are what the sender gave.
/// </summary>
/// <remarks>
/// A <c>TryGet</c> of an element that does not exist, or is of another type, returns <see langword="false"/>. The rules
/// are those of the wire: what an element would be after a journey, it is here as well.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MemoryMessage : Message
{
    private protected MemoryMessage(string? tag)
        : base(tag)
    {
    }

    /// <inheritdoc/>
    internal sealed override MessageFamily Family => MessageFamily.Memory;

    /// <summary>Whether there is such an element and it is null.</summary>
    public abstract bool IsNull(int index);

    /// <summary>An integer that fits.</summary>
    public abstract bool TryGetInt64(int index, out long value);

    /// <summary>An integer that fits.</summary>
    public abstract bool TryGetUInt64(int index, out ulong value);

    /// <summary>A number of any kind.</summary>
    public abstract bool TryGetDouble(int index, out double value);

    /// <summary>A truth value.</summary>
    public abstract bool TryGetBoolean(int index, out bool value);

    /// <summary>A text, or a port ID as its text.</summary>
    public abstract bool TryGetString(int index, [NotNullWhen(true)] out string? value);

    /// <summary>A port ID, or a text with a <c>#</c> that is one.</summary>
    public abstract bool TryGetPortId(int index, out PortId value);

    /// <summary>An element of any other type: by reference if it is one, else by way of the codec.</summary>
    public abstract bool TryGetCoded<T>(int index, IElementCodec<T> codec, [MaybeNullWhen(false)] out T value);

    /// <summary>An integer that fits into <typeparamref name="T"/>.</summary>
    public bool TryGetInteger<T>(int index, out T value)
        where T : struct, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(ulong))
        {
            bool isUnsigned = TryGetUInt64(index, out ulong unsigned);
            value = T.CreateTruncating(unsigned);
            return isUnsigned;
        }

        value = default;
        return TryGetInt64(index, out long wide) && IntegerRange.Fits(wide, out value);
    }

    /// <summary>An integer as an enum of the underlying type that it fits.</summary>
    public bool TryGetEnum<TEnum>(int index, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return EnumValue<TEnum>.IsUnsigned64
            ? TryGetUInt64(index, out ulong unsigned) && EnumValue<TEnum>.TryFrom(unsigned, out value)
            : TryGetInt64(index, out long signed) && EnumValue<TEnum>.TryFrom(signed, out value);
    }

    /// <summary>A number of any kind, rounded to single precision.</summary>
    public bool TryGetSingle(int index, out float value)
    {
        bool isNumber = TryGetDouble(index, out double wide);
        value = (float)wide;
        return isNumber;
    }

    /// <summary>Whether there is such an element and it is this text.</summary>
    public bool IsConstant(int index, string constant) =>
        TryGetString(index, out string? value) && string.Equals(value, constant, StringComparison.Ordinal);

    /// <summary>Whether there is such an element and it is this integer.</summary>
    public bool IsConstant(int index, long constant) => TryGetInt64(index, out long value) && value == constant;

    /// <summary>Whether there is such an element and it is this integer.</summary>
    public bool IsConstant(int index, ulong constant) => TryGetUInt64(index, out ulong value) && value == constant;

    /// <summary>Whether there is such an element and it is this truth value.</summary>
    public bool IsConstant(int index, bool constant) => TryGetBoolean(index, out bool value) && value == constant;

    /// <summary>Whether there is such an element and it is a number that equals this one exactly.</summary>
    public bool IsConstant(int index, double constant)
    {
        if (TryGetInt64(index, out long signed))
        {
            return NumberEquality.AreEqual(signed, constant);
        }

        return TryGetUInt64(index, out ulong unsigned)
            ? NumberEquality.AreEqual(unsigned, constant)
            : TryGetDouble(index, out double value) && NumberEquality.AreEqual(value, constant);
    }

    /// <summary>The elements from an index on; none if there is no such element.</summary>
    public object?[] GetRest(int first)
    {
        object?[] rest = first < Count ? new object?[Count - first] : [];
        for (int index = 0; index < rest.Length; index++)
        {
            rest[index] = this[first + index];
        }

        return rest;
    }

    /// <inheritdoc/>
    public sealed override bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value)
    {
        if (typeof(T) == typeof(PortId))
        {
            // Not as it stands: the ID of no port is null on the wire, and a typed one is an ID as well.
            bool isPortId = TryGetPortId(index, out PortId id);
            value = (T)(object)id;
            return isPortId;
        }

        value = default;
        return (uint)index < (uint)Count
            && (this[index] is T element && !ElementCodec<T>.IsUnion
                ? (value = element) is not null
                : ElementCodec<T>.TryFind(out IElementCodec<T>? codec) && TryGetCoded(index, codec, out value));
    }

    /// <inheritdoc/>
    internal sealed override Message Skip(int count) => Create(GetRest(count));

    private protected ArgumentOutOfRangeException NoSuchElement(int index) =>
        new(nameof(index), index, $"The message has {Count} elements.");
}
