using Mp.Generators.Collections;

namespace Mp.Generators.Planning;

/// <summary>The decision tree of a port class. Both of its tables are printed from it.</summary>
internal sealed record MatchPlan
{
    /// <summary>Every handler's patterns, by the number of the arm.</summary>
    public required EquatableArray<Arm> Arms { get; init; }

    /// <summary>How many handlers there are: their numbers are below.</summary>
    public required int HandlerCount { get; init; }

    /// <summary>The tags that handlers ask for, in the order of their first handlers.</summary>
    public required EquatableArray<TagBranch> Branches { get; init; }

    /// <summary>Whether a tag is looked up in a table, rather than compared with each.</summary>
    public required bool LooksUpTags { get; init; }

    /// <summary>The arms to try on every other message, ascending.</summary>
    public required EquatableArray<ArmGroup> Others { get; init; }

    /// <summary>Whether a handler may suspend the dispatch, which then starts again in the middle.</summary>
    public required bool IsResumable { get; init; }

    /// <summary>Whether a handler may be removed.</summary>
    public required bool HasRemovable { get; init; }
}
