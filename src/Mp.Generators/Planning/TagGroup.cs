using Mp.Generators.Collections;

namespace Mp.Generators.Planning;

/// <summary>Tags of the same length: how the table over bytes tells them apart.</summary>
/// <param name="Length">The length, in bytes.</param>
/// <param name="WordStart">
/// Where the eight bytes begin that differ most, or -1 if the tags are so few that each is compared as a whole.
/// </param>
/// <param name="Choices">The tags.</param>
internal sealed record TagGroup(int Length, int WordStart, EquatableArray<TagChoice> Choices)
{
    /// <summary>How many bytes are compared as one number.</summary>
    public const int WordLength = 8;
}
