using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>
/// Makes the decision tree from the handlers. Pure: it knows neither Roslyn nor how the tree is printed.
/// </summary>
internal static class MatchPlanner
{
    // So many are found without a table as fast as with it, one after the other. See docs/decisions, 10 and 11.
    private const int MostCompared = 4;

    public static MatchPlan Plan(EquatableArray<HandlerModel> handlers, UnmatchedModel? unmatched = null)
    {
        EquatableArray<Arm> arms = handlers
            .Select((handler, index) => ArmPlanner.Plan(
                handler,
                index,
                isOneOfSeveral: IsOfSameHandler(handlers, index, index - 1)
                    || IsOfSameHandler(handlers, index, index + 1)))
            .ToEquatableArray();
        EquatableArray<TagBranch> branches = Branches(arms).ToEquatableArray();
        var alone = new HashSet<int>(branches
            .Where(static branch => branch.Groups.Count == 1 && branch.Groups[0].Arms.Count == 1)
            .Select(static branch => branch.Groups[0].Arms[0]));
        return new MatchPlan
        {
            Arms = arms
                .Select(arm => arm with { IsAlone = alone.Contains(arm.Index) })
                .ToEquatableArray(),
            HandlerCount = handlers.Count == 0 ? 0 : handlers[handlers.Count - 1].Number + 1,
            Branches = branches,
            LooksUpTags = branches.Count > MostCompared,
            Others = ArmGrouper
                .Group(Numbers(arms.Where(static arm => arm.Tag is null)), arms, position: 0)
                .ToEquatableArray(),
            IsResumable = handlers.Any(static handler => handler.IsAsynchronous)
                || unmatched is { IsAsynchronous: true },
            HasRemovable = handlers.Any(static handler => handler.IsRemovable),
        };
    }

    private static bool IsOfSameHandler(EquatableArray<HandlerModel> handlers, int index, int neighbour) =>
        neighbour >= 0 && neighbour < handlers.Count && handlers[neighbour].Number == handlers[index].Number;

    private static IEnumerable<TagBranch> Branches(EquatableArray<Arm> arms)
    {
        Arm[] others = [.. arms.Where(static arm => arm.Tag is null)];
        return arms
            .Where(static arm => arm.Tag is not null)
            .GroupBy(static arm => arm.Tag!, StringComparer.Ordinal)
            .Select(group => new TagBranch(
                group.Key,
                ArmGrouper
                    .Group(Numbers(group.Concat(others.Where(arm => CanMatch(arm, group.Key)))), arms, position: 1)
                    .ToEquatableArray()));
    }

    private static int[] Numbers(IEnumerable<Arm> arms) =>
        [.. arms.Select(static arm => arm.Index).OrderBy(static index => index)];

    // Without a tag of its own, an arm can match any message, unless it asks for a first element that is no string, nor
    // may be taken for one.
    private static bool CanMatch(Arm other, string tag) =>
        other.Steps.Count == 0
        || other.Steps[0].Kind != StepKind.Compare
        || other.Steps[0].Position > 0
        || IsTakenForAnother(tag);

    // Peers that are not Mp can't tell a number from its text, nor an empty text from false.
    private static bool IsTakenForAnother(string tag) => tag.Length == 0 || tag[0] is '-' or (>= '0' and <= '9');
}
