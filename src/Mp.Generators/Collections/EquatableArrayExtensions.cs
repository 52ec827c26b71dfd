namespace Mp.Generators.Collections;

/// <summary>Makes arrays that are equal by content.</summary>
internal static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new([.. items]);
}
