namespace Mp.Generators.Model;

/// <summary>What an element of a pattern is.</summary>
internal enum ConstantKind
{
    /// <summary>Any one element.</summary>
    Any,

    Null,
    Boolean,

    /// <summary>An integer that <see cref="long"/> holds.</summary>
    Integer,

    /// <summary>An integer that only <see cref="ulong"/> holds.</summary>
    UnsignedInteger,

    Floating,
    String,
}
