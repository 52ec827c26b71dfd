using System.Runtime.CompilerServices;

namespace Mp.CompilerServices;

/// <summary>An enum, or an integer, and the integer that it is, without boxing.</summary>
internal static class EnumValue<TEnum>
{
    private static readonly TypeCode Code = Type.GetTypeCode(typeof(TEnum));

    /// <summary>
    /// Whether the underlying type is <see cref="ulong"/>, the one that <see cref="long"/> can't hold.
    /// </summary>
    public static bool IsUnsigned64 => Code == TypeCode.UInt64;

    /// <summary>Whether the type is an enum or one of the integers, and not something else altogether.</summary>
    public static bool IsInteger => Code is >= TypeCode.Char and <= TypeCode.UInt64;

    /// <summary>The enum of this value, if the underlying type holds it.</summary>
    public static bool TryFrom(long value, out TEnum result)
    {
        switch (Code)
        {
            case TypeCode.SByte:
                return Fits<sbyte>(value, out result);
            case TypeCode.Byte:
                return Fits<byte>(value, out result);
            case TypeCode.Int16:
                return Fits<short>(value, out result);
            case TypeCode.UInt16:
                return Fits<ushort>(value, out result);
            case TypeCode.Int32:
                return Fits<int>(value, out result);
            case TypeCode.UInt32:
                return Fits<uint>(value, out result);
            case TypeCode.Int64:
                return Fits<long>(value, out result);
            default:
                result = default!;
                return value >= 0 && TryFrom((ulong)value, out result);
        }
    }

    /// <summary>The enum of this value, if the underlying type holds it.</summary>
    public static bool TryFrom(ulong value, out TEnum result)
    {
        if (Code == TypeCode.UInt64)
        {
            result = Unsafe.BitCast<ulong, TEnum>(value);
            return true;
        }

        result = default!;
        return value <= long.MaxValue && TryFrom((long)value, out result);
    }

    /// <summary>The integer beneath an enum whose underlying type is not <see cref="ulong"/>.</summary>
    public static long ToInt64(TEnum value) => Code switch
    {
        TypeCode.Char => Unsafe.BitCast<TEnum, char>(value),
        TypeCode.SByte => Unsafe.BitCast<TEnum, sbyte>(value),
        TypeCode.Byte => Unsafe.BitCast<TEnum, byte>(value),
        TypeCode.Int16 => Unsafe.BitCast<TEnum, short>(value),
        TypeCode.UInt16 => Unsafe.BitCast<TEnum, ushort>(value),
        TypeCode.Int32 => Unsafe.BitCast<TEnum, int>(value),
        TypeCode.UInt32 => Unsafe.BitCast<TEnum, uint>(value),
        _ => Unsafe.BitCast<TEnum, long>(value),
    };

    /// <summary>The integer beneath an enum whose underlying type is <see cref="ulong"/>.</summary>
    public static ulong ToUInt64(TEnum value) => Unsafe.BitCast<TEnum, ulong>(value);

    private static bool Fits<T>(long value, out TEnum result)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        bool fits = IntegerRange.Fits(value, out T narrow);
        result = Unsafe.BitCast<T, TEnum>(narrow);
        return fits;
    }
}
