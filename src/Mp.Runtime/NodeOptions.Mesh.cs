namespace Mp;

/// <content>How the node finds others, and is found.</content>
public sealed partial record NodeOptions
{
    /// <summary>
    /// The node's ID. Default: none; then it is where the node listens, or a random one if it does not listen.
    /// </summary>
    /// <remarks>
    /// Printable ASCII without <c>#</c> and <c>;</c>, at most 255 characters, and no other node's. After a <c>/</c> at
    /// the end comes something random: <c>worker/</c> may be given to any number of nodes. A node with an ID of its own
    /// is found by others through their seeds; its ports keep their IDs when it goes public.
    /// </remarks>
    public string? NodeId { get; init; }

    /// <summary>
    /// Where the node listens from its start: as <see cref="Node.BecomePublicAsync"/> takes it. Default: nowhere.
    /// </summary>
    public IReadOnlyList<string> Binds { get; init; } = [];

    /// <summary>
    /// Nodes to be connected to at all times, each as <c>host:port</c>: through them this node finds all others.
    /// Default: none.
    /// </summary>
    /// <remarks>
    /// Of a host name all addresses are taken, each for a node of its own, and it is looked up again from time to time.
    /// The node itself may be among them.
    /// </remarks>
    public IReadOnlyList<string> Seeds { get; init; } = [];

    /// <summary>
    /// Whether the node is global from its start: holds all of the shared <see cref="Families"/> and serves others.
    /// Default: no; then it becomes global when another node makes it its seed.
    /// </summary>
    public bool IsGlobal { get; init; }

    /// <summary>
    /// How many entries of <see cref="Families"/> the node holds for others. Default 1,000,000; 1 to 100 million.
    /// </summary>
    /// <remarks>
    /// What is more is not taken in, and missing here; it is counted, and logged once. Entries of its own don't count.
    /// </remarks>
    public int MaxFamilyEntries { get; init; } = 1_000_000;
}
