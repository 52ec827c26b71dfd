namespace Mp;

/// <summary>Who has joined and left a group, and who is in it now.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Members">Who is in it now, in the order of their IDs.</param>
/// <param name="Joined">Who was not before.</param>
/// <param name="Left">Who is no longer.</param>
public sealed record GroupChange(
    string Group,
    IReadOnlyList<PortId> Members,
    IReadOnlyList<PortId> Joined,
    IReadOnlyList<PortId> Left);
