namespace Mp.Links;

/// <summary>The kinds of <see cref="LinkAction"/>.</summary>
internal enum LinkActionKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Begin to connect.</summary>
    Connect,

    /// <summary>Have the connection write what has gathered.</summary>
    Flush,

    /// <summary>End the epoch, or give up the attempt: what waits is more than the limits allow.</summary>
    Overflow,

    /// <summary>End the link that most waits for: more waits on all together than the node allows.</summary>
    OverBudget,

    /// <summary>Nothing was done: there is no room below the soft limit.</summary>
    NoRoom,

    /// <summary>Nothing was done: there are too many monitors.</summary>
    TooMany,

    /// <summary>Nothing was done: the link was forgotten. Ask for it anew.</summary>
    Retired,
}
