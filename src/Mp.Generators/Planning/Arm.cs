using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>How one handler is tried by one of its patterns.</summary>
internal sealed record Arm
{
    /// <summary>The arm's number: its place in the order of declaration.</summary>
    public required int Index { get; init; }

    public required HandlerModel Handler { get; init; }

    /// <summary>Whether the handler has other patterns, too: of those that match, one makes it run.</summary>
    public required bool IsOneOfSeveral { get; init; }

    /// <summary>
    /// The string that the message must begin with, or <see langword="null"/>. The table has compared it.
    /// </summary>
    public required string? Tag { get; init; }

    /// <summary>Whether nothing else is tried on messages with that tag.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The first element after the pattern that no parameter for one element binds.</summary>
    public required int RestPosition { get; init; }

    /// <summary>What is left to be done, after the tag.</summary>
    public required EquatableArray<ArmStep> Steps { get; init; }
}
