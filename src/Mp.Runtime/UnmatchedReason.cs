namespace Mp;

/// <summary>Why a message was dropped.</summary>
public enum UnmatchedReason
{
    /// <summary>The port lives, but none of its handlers matches the message.</summary>
    NoHandler,

    /// <summary>There is no such port, or it is dead.</summary>
    NoSuchPort,

    /// <summary>The port died while the message waited for its turn.</summary>
    PortDied,

    /// <summary>So much waited for the port already that it does without this one, or dies of it.</summary>
    QueueFull,

    /// <summary>
    /// It is from a node that may not send to the port (<see cref="Port.AllowedSenders"/>), or that may not have it
    /// sent to a third one (<see cref="NodeOptions.RefuseRelays"/>).
    /// </summary>
    Refused,
}
