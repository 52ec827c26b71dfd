namespace Mp.Testing;

/// <summary>Who notices that connections are cut.</summary>
public enum CutNotice
{
    /// <summary>Both ends, at once.</summary>
    Both,

    /// <summary>The first host named; the other one does when it sends.</summary>
    First,

    /// <summary>The second host named; the other one does when it sends.</summary>
    Second,

    /// <summary>Neither, until one sends and nothing answers for a while.</summary>
    Neither,
}
