namespace Mp.Generators.Model;

/// <summary>A member of a payload: a field or a property, and perhaps a parameter of the constructor.</summary>
internal sealed record PayloadMemberModel
{
    /// <summary>The name of the field or property.</summary>
    public required string Name { get; init; }

    /// <summary>The key, if the payload is a map.</summary>
    public required string Key { get; init; }

    /// <summary>The place, if the payload is an array.</summary>
    public required int Index { get; init; }

    public required ElementModel Element { get; init; }

    /// <summary>
    /// What the constructor gets if the member is missing, in C#, or <see langword="null"/> if there is no such thing.
    /// </summary>
    public required string? Default { get; init; }

    public required PayloadSetting Setting { get; init; }

    /// <summary>Whether the member may be null where what is read may not.</summary>
    public required bool MayBeNull { get; init; }

    /// <summary>Whether a payload without it is none.</summary>
    public bool IsRequired => Setting switch
    {
        PayloadSetting.None => Default is null,
        PayloadSetting.Required => true,
        _ => false,
    };
}
