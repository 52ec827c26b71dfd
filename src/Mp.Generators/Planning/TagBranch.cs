using Mp.Generators.Collections;

namespace Mp.Generators.Planning;

/// <summary>What is tried on messages with one tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Groups">The arms, ascending: each that could match.</param>
internal sealed record TagBranch(string Tag, EquatableArray<ArmGroup> Groups);
