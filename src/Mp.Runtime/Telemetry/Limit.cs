namespace Mp.Telemetry;

/// <summary>The limits whose breach is counted: each is named as the option that sets it.</summary>
internal enum Limit
{
    /// <summary>Bytes of a message.</summary>
    MaxFrameBytes,

    /// <summary>How deep a message is nested.</summary>
    MaxMessageDepth,

    /// <summary>Values in a message.</summary>
    MaxMessageValues,

    /// <summary>Elements, or bytes, of a reason.</summary>
    MaxReasonElements,

    /// <summary>Bytes waiting to be written to one node, before those who can wait do.</summary>
    SoftQueuedBytes,

    /// <summary>Bytes waiting to be written to one node.</summary>
    MaxQueuedBytes,

    /// <summary>Bytes waiting to be written to all nodes.</summary>
    MaxTotalQueuedBytes,

    /// <summary>Messages, or bytes, waiting for a connection.</summary>
    MaxConnectingMessages,

    /// <summary>Messages of one peer waiting in ports.</summary>
    MaxUndeliveredMessages,

    /// <summary>Messages waiting for a port that has a bound.</summary>
    PortCapacity,

    /// <summary>Messages waiting for a port, when somebody is told.</summary>
    PortBacklogWarning,

    /// <summary>Monitors on one link.</summary>
    MaxMonitorsPerLink,

    /// <summary>Other nodes known.</summary>
    MaxKnownNodes,

    /// <summary>How long a peer may be silent.</summary>
    HeartbeatTimeout,

    /// <summary>How long a peer may take nothing of what is written to it.</summary>
    WriteTimeout,

    /// <summary>How long a message may arrive.</summary>
    FrameTimeout,

    /// <summary>How slowly a message may arrive.</summary>
    MinFrameBytesPerSecond,

    /// <summary>How long connecting may take.</summary>
    ConnectTimeout,

    /// <summary>How long a call may wait for its answer.</summary>
    CallTimeout,

    /// <summary>How long a handshake may take.</summary>
    HandshakeTimeout,

    /// <summary>How long a connection may take to show that it lives when there is another one.</summary>
    TakeoverProbeTimeout,

    /// <summary>How soon a connection may be replaced again.</summary>
    TakeoverInterval,

    /// <summary>Connections from outside.</summary>
    MaxInboundConnections,

    /// <summary>Connections that are not authenticated yet.</summary>
    MaxUnauthenticatedConnections,

    /// <summary>Those from one address.</summary>
    MaxUnauthenticatedPerAddress,

    /// <summary>Failed authentications of one address.</summary>
    MaxFailedAuthentications,

    /// <summary>Ports that one peer has spawned.</summary>
    MaxSpawnedPortsPerPeer,

    /// <summary>Requests that a node has for itself, one from the reply of the other.</summary>
    MaxNestedRequests,

    /// <summary>Entries of families that are held for other nodes.</summary>
    MaxFamilyEntries,

    /// <summary>How long ending a node may take.</summary>
    ShutdownTimeout,
}
