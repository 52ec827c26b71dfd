namespace Mp.Generators.Arms;

/// <summary>The elements that a type takes which is known by its name only.</summary>
/// <param name="Type">The type, in C#.</param>
/// <param name="Within">What its elements are, as far as that is known.</param>
internal sealed record NamedSet(string Type, NamedSetBound Within);
