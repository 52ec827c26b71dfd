namespace Mp.Generators.Model;

/// <summary>One element of a pattern.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text itself of a string; of any other constant, its C# literal; empty for a
/// wildcard.</param>
internal sealed record ConstantModel(ConstantKind Kind, string Value);
