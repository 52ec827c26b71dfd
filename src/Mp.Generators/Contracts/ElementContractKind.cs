namespace Mp.Generators.Contracts;

/// <summary>What a handler asks of an element.</summary>
internal enum ElementContractKind
{
    /// <summary>To be there.</summary>
    Any,

    /// <summary>To be equal to a constant.</summary>
    Constant,

    /// <summary>To be of a type.</summary>
    Typed,
}
