namespace Mp.Generators.Model;

/// <summary>How a member of a payload gets its value when the payload arrives, beside the constructor.</summary>
internal enum PayloadSetting
{
    /// <summary>Not at all: the constructor sets it.</summary>
    None,

    /// <summary>In the object's initializer, and it must have come.</summary>
    Required,

    /// <summary>In the object's initializer, the only place where it can be set; it need not have come.</summary>
    Initial,

    /// <summary>Never: it is written, and passed over where it comes.</summary>
    Unread,

    /// <summary>Afterwards, if it has come.</summary>
    Assigned,
}
