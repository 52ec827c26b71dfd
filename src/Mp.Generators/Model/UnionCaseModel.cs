namespace Mp.Generators.Model;

/// <summary>One of the types that a union stands for.</summary>
internal sealed record UnionCaseModel
{
    public required int Number { get; init; }

    public required ElementModel Element { get; init; }
}
