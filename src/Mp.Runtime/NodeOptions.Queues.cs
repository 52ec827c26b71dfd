using Mp.Links;

namespace Mp;

/// <content>How much may wait.</content>
public sealed partial record NodeOptions
{
    /// <summary>How many messages may wait for a connection to one node. Default 4,096; 1 to 1 Mi.</summary>
    /// <remarks>One more gives up the attempt: the monitors of that node's ports fire.</remarks>
    public int MaxConnectingMessages { get; init; } = 4_096;

    /// <summary>How many bytes may wait for a connection to one node. Default 4 MiB; 1 KiB to 1 GiB.</summary>
    /// <remarks>
    /// More gives up the attempt: the monitors of that node's ports fire. So a message longer than this can be sent
    /// only to a node that the link is up with.
    /// </remarks>
    public int MaxConnectingBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// How many bytes may wait to be written to one node before <c>SndAsync</c> waits and <c>TrySnd</c> refuses.
    /// Default 1 MiB; 1 KiB to 1 GiB, and no more than <see cref="MaxQueuedBytes"/>.
    /// </summary>
    /// <remarks>
    /// What this node passes on to another one, as the master of a hidden node, waits as well: its sender is not read
    /// from meanwhile.
    /// </remarks>
    public int SoftQueuedBytes { get; init; } = 1024 * 1024;

    /// <summary>How many bytes may wait to be written to one node. Default 16 MiB; 1 KiB to 1 GiB.</summary>
    /// <remarks>
    /// More ends the link: its monitors fire. A single message may go, however long <see cref="MaxFrameBytes"/> lets
    /// it be.
    /// </remarks>
    public int MaxQueuedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// How many bytes may wait to be written to all nodes together. Default 256 MiB; 64 KiB to 1 GiB, and no less than
    /// <see cref="MaxQueuedBytes"/>.
    /// </summary>
    /// <remarks>More ends the link that most waits for. Counted in steps of 64 KiB a link.</remarks>
    public int MaxTotalQueuedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>
    /// How long a peer may take none of what is written to it before its link ends. Default 10 s; 100 ms to 10 min.
    /// </summary>
    /// <remarks>
    /// A node of Mp that does not read, as one of its ports is slow, says so as long as the port gets on and for half
    /// of this time more, and is given as long again each time.
    /// </remarks>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many messages of one peer may wait in ports, and for the mesh, for their turn. Default 4,096; 2 to 1 Mi.
    /// </summary>
    /// <remarks>
    /// A long message counts once more for each 4 KiB.
    /// At so many the connection is not read from, until half of them are gone: the peer has to wait, and its senders
    /// with it.
    /// </remarks>
    public int MaxUndeliveredMessages { get; init; } = 4_096;

    /// <summary>
    /// From how many messages that wait for one port on the log says so. Default 100,000; 1 to 1 Gi.
    /// </summary>
    /// <remarks>
    /// Noticed when the port turns to them, and again after so many more. Up to 64 messages that came from another
    /// node together count once. <see cref="PortAttribute"/> bounds how many may wait for a port.
    /// </remarks>
    public int PortBacklogWarning { get; init; } = 100_000;

    /// <summary>
    /// How many monitors each of two nodes may have on ports of the other. Default 100,000; 1 to 100 million.
    /// </summary>
    /// <remarks>
    /// One more of this node's throws <see cref="LimitExceededException"/>; one more of the other's fires there, with
    /// <c>limit_exceeded</c>.
    /// </remarks>
    public int MaxMonitorsPerLink { get; init; } = 100_000;

    /// <summary>How many other nodes this one may have to do with at a time. Default 10,000; 1 to 1 Mi.</summary>
    /// <remarks>
    /// Sending to one more throws <see cref="LimitExceededException"/>; one more that connects is refused. A node that
    /// nothing waits for and nobody watches is forgotten soon.
    /// </remarks>
    public int MaxKnownNodes { get; init; } = 10_000;

    internal LinkLimits LinkLimits => new()
    {
        MaxConnectingMessages = MaxConnectingMessages,
        MaxConnectingBytes = MaxConnectingBytes,
        SoftQueuedBytes = SoftQueuedBytes,
        MaxQueuedBytes = MaxQueuedBytes,
        MaxMonitors = MaxMonitorsPerLink,
        MinTakeoverInterval = TakeoverInterval,
    };
}
