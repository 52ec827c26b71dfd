namespace Mp.Generators.Contracts;

/// <summary>What a payload travels as.</summary>
internal enum PayloadForm
{
    /// <summary>A map from keys to members.</summary>
    Map,

    /// <summary>An array, in which each member has its place.</summary>
    Array,

    /// <summary>One of several types, behind a number that says which.</summary>
    Union,
}
