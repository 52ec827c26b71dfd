namespace Mp.Payloads;

/// <summary>Says under which key a member of a payload travels.</summary>
/// <remarks>
/// <para>
/// Numbers make the payload an array, in which each member has its place; places without a member hold null. If one
/// member has a number, all must have one, or be marked <see cref="IgnoreMemberAttribute"/>.
/// </para>
/// <para>
/// A text takes the place of the member's name in the map that the payload is otherwise. With a key, members travel
/// that are not public.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class KeyAttribute : Attribute
{
    /// <summary>A place in an array.</summary>
    /// <param name="index">From 0 to 1023.</param>
    public KeyAttribute(int index) => Index = index;

    /// <summary>A key of a map.</summary>
    /// <param name="name">Any text.</param>
    public KeyAttribute(string name) => Name = name;

    /// <summary>The place, or <see langword="null"/> if the key is a text.</summary>
    public int? Index { get; }

    /// <summary>The text, or <see langword="null"/> if the key is a place.</summary>
    public string? Name { get; }
}
