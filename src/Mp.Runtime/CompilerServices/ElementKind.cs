namespace Mp.CompilerServices;

/// <summary>What an element is, as its first byte tells.</summary>
internal enum ElementKind
{
    Null,
    Boolean,
    Integer,
    Floating,
    String,
    Bytes,
    Array,
    Map,
    Extension,

    /// <summary>The byte that the format never uses, or the end of the data.</summary>
    Invalid,
}
