namespace Mp.Testing;

/// <summary>What a <see cref="HistoryRecord"/> tells of. What else a record says depends on it.</summary>
public enum HistoryKind
{
    /// <summary>A port was created. Port: its ID.</summary>
    Init,

    /// <summary>A port died. Port: its ID; Data: the reason; Peer and Sequence: whose kill, if that is known.</summary>
    Die,

    /// <summary>A message is about to be sent. Port: who sends; Peer: to whom; Sequence: its number there.</summary>
    Send,

    /// <summary>A message was handled. Port: who received; Peer: who sent; Sequence: its number there.</summary>
    Deliver,

    /// <summary>A kill is about to be sent: one more message of its sender. Data: the reason.</summary>
    Kill,

    /// <summary>
    /// A monitor is about to be set. Port: who watches, if the callback runs in that port's turn; Peer: the port
    /// watched; Sequence: the monitor's number, which no other has.
    /// </summary>
    Monitor,

    /// <summary>A monitor was withdrawn. Sequence: its number.</summary>
    Unmonitor,

    /// <summary>A monitor fired. Sequence: its number; Data: the reason.</summary>
    Fire,

    /// <summary>The callback of a monitor threw. Sequence: the monitor's number.</summary>
    Throw,

    /// <summary>A port is about to be spawned elsewhere. Peer: the ID that it will have.</summary>
    Spawn,

    /// <summary>A call or turn begins. Port: whose; Data: <c>call</c>, <c>turn</c> or <c>callback</c>.</summary>
    Enter,

    /// <summary>It ends.</summary>
    Leave,

    /// <summary>A link is up. Peer: the other node.</summary>
    Up,

    /// <summary>A link is down, or could not be opened. Peer: the other node; Data: why.</summary>
    Down,

    /// <summary>A node's process is gone.</summary>
    Crash,

    /// <summary>A node is there again. Incarnation: the new one.</summary>
    Restart,

    /// <summary>A node begins to end.</summary>
    Stop,

    /// <summary>A node has ended.</summary>
    Stopped,

    /// <summary>
    /// Something may go wrong from now on. Node and Peer: between whom, <c>*</c> being everybody; Data: what.
    /// </summary>
    Fault,

    /// <summary>
    /// A node hears nothing of another one. Peer: the other one; Sequence: for how many ticks it has not by now.
    /// </summary>
    Silence,

    /// <summary>It hears it again.</summary>
    Hearing,

    /// <summary>Nothing goes wrong any more from now on.</summary>
    Calm,

    /// <summary>Everything has had the time to arrive; what has not by now never will.</summary>
    Quiet,

    /// <summary>An error that nothing in the test explains. Data: what was logged.</summary>
    Error,

    /// <summary>Whatever a test wants to see in the chart. Data: what.</summary>
    Note,
}
