namespace Mp.Links;

/// <summary>What the caller of a link is to do next. A link never calls out itself: its lock is held.</summary>
/// <remarks>
/// It names the connection that it is meant for: by the time that it is done, the link may be at the next epoch, whose
/// connection it must not touch.
/// </remarks>
/// <param name="Kind">What to do.</param>
/// <param name="Connection">The connection to do it to, if there was one.</param>
internal readonly record struct LinkAction(LinkActionKind Kind, ILinkConnection? Connection)
{
    /// <summary>Nothing.</summary>
    public static LinkAction None => default;

    /// <summary>Begin to connect.</summary>
    public static LinkAction Connect => new(LinkActionKind.Connect, null);

    /// <summary>Nothing was done: whoever can wait is to wait for room.</summary>
    public static LinkAction NoRoom => new(LinkActionKind.NoRoom, null);

    /// <summary>Nothing was done: there are too many monitors.</summary>
    public static LinkAction TooMany => new(LinkActionKind.TooMany, null);

    /// <summary>Nothing was done: the link was forgotten, and another one has its place.</summary>
    public static LinkAction Retired => new(LinkActionKind.Retired, null);

    /// <summary>Have a connection write what has gathered.</summary>
    public static LinkAction Flush(ILinkConnection connection) => new(LinkActionKind.Flush, connection);

    /// <summary>End the epoch of a connection, or give up the attempt to get one: too much waits.</summary>
    public static LinkAction Overflow(ILinkConnection? connection) => new(LinkActionKind.Overflow, connection);

    /// <summary>
    /// Have a connection write what has gathered, and end the link of the node that most waits for: all queues together
    /// hold too much.
    /// </summary>
    public static LinkAction OverBudget(ILinkConnection? connection) => new(LinkActionKind.OverBudget, connection);
}
