using System.Numerics;

namespace Mp.CompilerServices;

/// <summary>Whether an integer fits into a narrower type.</summary>
internal static class IntegerRange
{
    /// <summary>Converts <paramref name="wide"/>, if <typeparamref name="T"/> holds it without loss.</summary>
    public static bool Fits<T>(long wide, out T value)
        where T : struct, IBinaryInteger<T>
    {
        value = T.CreateTruncating(wide);
        return long.CreateTruncating(value) == wide && T.IsNegative(value) == (wide < 0);
    }
}
