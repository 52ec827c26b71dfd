namespace Mp.Generators.Planning;

/// <summary>One tag of a group.</summary>
/// <param name="Branch">What is tried on messages with that tag.</param>
/// <param name="Word">Its bytes where the group's word begins, as a number, the first of them lowest.</param>
internal sealed record TagChoice(TagBranch Branch, ulong Word);
