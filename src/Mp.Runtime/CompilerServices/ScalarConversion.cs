using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mp.CompilerServices;

/// <summary>
/// What the values of .NET are that travel as a number or as a text, for those who ask a message in memory for one.
/// </summary>
/// <remarks>The tests of types are settled when the JIT compiles for a value type; nothing is boxed.</remarks>
internal static class ScalarConversion
{
    /// <summary>The element as a value of a type, if it is one, or an object that is one.</summary>
    public static bool Is<TElement, TValue>(TElement element, out TValue value)
        where TValue : struct
    {
        if (typeof(TElement) == typeof(TValue))
        {
            value = Unsafe.As<TElement, TValue>(ref element);
            return true;
        }

        if (!IsStruct<TElement>() && element is TValue found)
        {
            value = found;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Whether a type is a value type, and not the nullable form of one.</summary>
    public static bool IsStruct<T>() => typeof(T).IsValueType && !Nullability<T>.IsNullable;

    public static bool TryToInt64<T>(T element, out long value)
    {
        bool isOne = true;
        value = Is(element, out TimeSpan length) ? length.Ticks
            : Is(element, out DateOnly date) ? date.DayNumber
            : Is(element, out TimeOnly time) ? time.Ticks
            : Is(element, out Rune character) ? character.Value
            : Is(element, out Int128 wide) ? Narrow(wide, out isOne)
            : Is(element, out UInt128 unsigned) ? Narrow(unsigned, out isOne)
            : None(out isOne);
        return isOne;
    }

    public static bool TryToUInt64<T>(T element, out ulong value)
    {
        if (Is(element, out UInt128 unsigned) && unsigned <= ulong.MaxValue)
        {
            value = (ulong)unsigned;
            return true;
        }

        bool isOne = Is(element, out Int128 wide) && wide >= 0 && wide <= ulong.MaxValue;
        value = isOne ? (ulong)wide : 0;
        return isOne;
    }

    /// <summary>The text as which such a value travels, or nothing.</summary>
    public static string? ToText<T>(T element) => Is(element, out Guid id) ? id.ToString()
        : Is(element, out decimal number) ? number.ToString(CultureInfo.InvariantCulture)
        : Is(element, out Int128 wide) && (wide < long.MinValue || wide > ulong.MaxValue)
            ? wide.ToString(CultureInfo.InvariantCulture)
        : Is(element, out UInt128 unsigned) && unsigned > ulong.MaxValue
            ? unsigned.ToString(CultureInfo.InvariantCulture)
        : IsStruct<T>() ? null
        : (element as Uri)?.OriginalString ?? (element as Version)?.ToString();

    private static long Narrow(Int128 wide, out bool fits)
    {
        fits = wide >= long.MinValue && wide <= long.MaxValue;
        return fits ? (long)wide : 0;
    }

    private static long Narrow(UInt128 wide, out bool fits)
    {
        fits = wide <= (UInt128)long.MaxValue;
        return fits ? (long)wide : 0;
    }

    private static long None(out bool isOne)
    {
        isOne = false;
        return 0;
    }

    private static class Nullability<T>
    {
        public static readonly bool IsNullable = Nullable.GetUnderlyingType(typeof(T)) is not null;
    }
}
