using Mp.Generators.Model;

namespace Mp.Generators.Contracts;

/// <summary>What a handler asks of one element of a message.</summary>
internal sealed record ElementContract
{
    public required ElementContractKind Kind { get; init; }

    /// <summary>What it must be equal to, or <see langword="null"/>.</summary>
    public ConstantModel? Constant { get; init; }

    /// <summary>What type it must be of, or <see langword="null"/>.</summary>
    public TypeShape? Type { get; init; }

    /// <summary>The name of the parameter that binds it: it tells readers what the element means.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the message may end before it.</summary>
    public bool IsOptional { get; init; }
}
