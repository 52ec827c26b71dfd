namespace Mp.Generators.Model;

/// <summary>What the constructor of a payload gets for one of its parameters.</summary>
internal sealed record PayloadArgumentModel
{
    /// <summary>The number of the member whose value it is, or -1.</summary>
    public required int Member { get; init; }

    /// <summary>The parameter's default value, in C#, if no member belongs to it.</summary>
    public required string Literal { get; init; }
}
