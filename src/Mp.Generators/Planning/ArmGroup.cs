using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>Neighbours among the arms that are tried on a message.</summary>
/// <param name="Arms">Their numbers, ascending.</param>
/// <param name="ChosenBy">
/// The kind of the constants that each of them asks for in its first step, or <see langword="null"/> if they are tried
/// one after the other.
/// </param>
internal sealed record ArmGroup(EquatableArray<int> Arms, ConstantKind? ChosenBy)
{
    /// <summary>The arms by their constants, in the order of the first of each.</summary>
    /// <param name="arms">All arms of the class.</param>
    public IEnumerable<IGrouping<string, int>> Choices(EquatableArray<Arm> arms) =>
        Arms.GroupBy(number => arms[number].Steps[0].Constant!.Value, StringComparer.Ordinal);
}
