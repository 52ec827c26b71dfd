using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>
/// Finds arms that differ in a constant of the same element: that is read once, and leads to those that ask for it.
/// </summary>
/// <remarks>
/// Only neighbours are put together, and of several constants one matches at most: so the order in which handlers run
/// stays as it is.
/// </remarks>
internal static class ArmGrouper
{
    // Fewer are tried as fast as they are chosen among.
    private const int FewestToChooseAmong = 4;

    /// <summary>The arms of a branch, or those that have no tag.</summary>
    /// <param name="numbers">Their numbers, ascending.</param>
    /// <param name="arms">All arms of the class.</param>
    /// <param name="position">The element that follows what the table has compared.</param>
    public static IEnumerable<ArmGroup> Group(
        IReadOnlyList<int> numbers,
        IReadOnlyList<Arm> arms,
        int position)
    {
        int first = 0;
        while (first < numbers.Count)
        {
            ConstantKind? kind = KindOf(arms[numbers[first]], position);
            int end = first + 1;
            while (end < numbers.Count && KindOf(arms[numbers[end]], position) == kind)
            {
                end++;
            }

            int[] group = [.. numbers.Skip(first).Take(end - first)];
            int constants = kind is null ? 0 : group
                .Select(number => arms[number].Steps[0].Constant!.Value)
                .Distinct(StringComparer.Ordinal)
                .Count();
            yield return new ArmGroup(
                group.ToEquatableArray(),
                constants >= FewestToChooseAmong ? kind : null);
            first = end;
        }
    }

    private static ConstantKind? KindOf(Arm arm, int position) =>
        arm.Steps.Count > 0
        && arm.Steps[0] is { Kind: StepKind.Compare, Constant: { } constant } step
        && step.Position == position
        && constant.Kind is ConstantKind.Integer or ConstantKind.String
            ? constant.Kind
            : null;
}
