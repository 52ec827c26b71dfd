namespace Mp.Generators.Arms;

/// <summary>What the elements of a type are that is known by its name only.</summary>
internal enum NamedSetBound
{
    Integers,

    /// <summary>Neither null nor a truth value, a number or a string: binary data, lists, maps.</summary>
    Compounds,

    /// <summary>Anything but null.</summary>
    Anything,
}
