using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>
/// Makes the decision tree from the handlers. Pure: it knows neither Roslyn nor how the tree is printed.
/// </summary>
internal static class MatchPlanner
{
    public static MatchPlan Plan(EquatableArray<HandlerModel> handlers, UnmatchedModel? unmatched = null)
    {
        EquatableArray<Arm> arms = handlers
            .Select((handler, index) => ArmPlanner.Plan(
                handler,
                index,
                isOneOfSeveral: IsOfSameHandler(handlers, index, index - 1)
                    || IsOfSameHandler(handlers, index, index + 1)))
            .ToEquatableArray();
        EquatableArray<TagBranch> branches = arms
            .Where(static arm => arm.Tag is not null)
            .Select(static arm => arm.Tag!)
            .Distinct(StringComparer.Ordinal)
            .Select(tag => new TagBranch(tag, Select(arms, arm => CanMatch(arm, tag))))
            .ToEquatableArray();
        return new MatchPlan
        {
            Arms = arms,
            HandlerCount = handlers.Count == 0 ? 0 : handlers[handlers.Count - 1].Number + 1,
            Branches = branches,
            TagGroups = TagGroupPlanner.Plan(branches),
            Others = Select(arms, static arm => arm.Tag is null),
            IsResumable = handlers.Any(static handler => handler.IsAsynchronous)
                || unmatched is { IsAsynchronous: true },
            HasRemovable = handlers.Any(static handler => handler.IsRemovable),
        };
    }

    private static bool IsOfSameHandler(EquatableArray<HandlerModel> handlers, int index, int neighbour) =>
        neighbour >= 0 && neighbour < handlers.Count && handlers[neighbour].Number == handlers[index].Number;

    private static EquatableArray<int> Select(EquatableArray<Arm> arms, Func<Arm, bool> predicate) =>
        arms.Where(predicate).Select(static arm => arm.Index).ToEquatableArray();

    // Without a tag of its own, an arm can match any message, unless it asks for a first element that is no string, nor
    // may be taken for one.
    private static bool CanMatch(Arm arm, string tag) => arm.Tag is { } own
        ? string.Equals(own, tag, StringComparison.Ordinal)
        : arm.Steps.Count == 0 || arm.Steps[0].Kind != StepKind.Compare || arm.Steps[0].Position > 0
            || IsTakenForAnother(tag);

    // Peers that are not Mp can't tell a number from its text, nor an empty text from false.
    private static bool IsTakenForAnother(string tag) => tag.Length == 0 || tag[0] is '-' or (>= '0' and <= '9');
}
