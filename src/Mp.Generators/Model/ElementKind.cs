namespace Mp.Generators.Model;

/// <summary>How an element is read and written.</summary>
internal enum ElementKind
{
    Integer,

    /// <summary>An integer of type <see cref="ulong"/>, which is written in a way of its own.</summary>
    UnsignedInteger,

    Double,
    Single,
    Boolean,
    String,
    PortId,

    /// <summary>A port ID that is wrapped into a <c>PortId&lt;TPort&gt;</c>.</summary>
    TypedPortId,

    Enum,

    /// <summary>Whatever it is, but not null.</summary>
    Object,

    /// <summary>Everything else: by a codec.</summary>
    Coded,
}
