using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>
/// What a handler asks of one element of a message. Steps follow each other in the order of the elements.
/// </summary>
internal sealed record ArmStep
{
    public required StepKind Kind { get; init; }

    /// <summary>Which element of the message.</summary>
    public required int Position { get; init; }

    /// <summary>What it is compared with, or <see langword="null"/>.</summary>
    public ConstantModel? Constant { get; init; }

    /// <summary>Which parameter binds to it, or -1.</summary>
    public int Parameter { get; init; } = -1;

    /// <summary>Whether the element may be missing: then the parameter takes its default.</summary>
    public bool IsOptional { get; init; }
}
