namespace Mp;

/// <summary>What becomes of a message that can't wait, when the queue of its port is full.</summary>
public enum PortOverflow
{
    /// <summary>
    /// It is let in: the bound holds for those who wait, and nothing is lost. Of what comes from another node,
    /// <see cref="NodeOptions.MaxUndeliveredMessages"/> may wait before that node has to.
    /// </summary>
    Wait,

    /// <summary>
    /// It is dropped, counted, and raised as <see cref="Node.Unmatched"/>. No monitor fires: a port that says so does
    /// without some of its messages.
    /// </summary>
    DropNewest,

    /// <summary>
    /// It is dropped, and nothing sent later arrives: the port dies of <c>overflow</c> after what waits by then.
    /// </summary>
    Kill,
}
