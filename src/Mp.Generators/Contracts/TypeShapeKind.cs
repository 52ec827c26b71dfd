namespace Mp.Generators.Contracts;

/// <summary>What a type is to those who send it.</summary>
internal enum TypeShapeKind
{
    Boolean,

    /// <summary>An integer or a character; the name says which.</summary>
    Integer,

    Single,
    Double,
    String,
    Bytes,

    /// <summary>A port ID; the name is that of the port's class, or empty.</summary>
    PortId,

    /// <summary>An enum; its only argument is the integer beneath.</summary>
    Enum,

    /// <summary>Whatever it is.</summary>
    Object,

    /// <summary>An array or a list; its only argument is the item.</summary>
    Sequence,

    /// <summary>A dictionary with string keys; its only argument is the value.</summary>
    Map,

    /// <summary>Any other type, a payload for one, by its name.</summary>
    Named,
}
