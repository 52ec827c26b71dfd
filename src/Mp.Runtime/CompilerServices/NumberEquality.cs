namespace Mp.CompilerServices;

/// <summary>
/// When a number equals a floating-point constant of a pattern: exactly, with no rounding in between.
/// </summary>
internal static class NumberEquality
{
    // 2^63 and 2^64: the first values that the integers no longer reach.
    private const double SignedEnd = 9223372036854775808.0;
    private const double UnsignedEnd = 18446744073709551616.0;

    public static bool AreEqual(double value, double constant) =>
        value == constant || (double.IsNaN(value) && double.IsNaN(constant));

    public static bool AreEqual(long value, double constant) =>
        constant is >= -SignedEnd and < SignedEnd && value == constant && (long)constant == value;

    public static bool AreEqual(ulong value, double constant) =>
        constant is >= 0 and < UnsignedEnd && value == constant && (ulong)constant == value;
}
