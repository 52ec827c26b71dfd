namespace Mp;

/// <content>What others may have this node do.</content>
public sealed partial record NodeOptions
{
    /// <summary>Whether other nodes may neither spawn ports here nor call functions. Default: no.</summary>
    /// <remarks>
    /// They can name only what is registered or marked <see cref="SpawnAttribute"/> in any case. This node itself may.
    /// </remarks>
    public bool RefuseRemoteFunctions { get; init; }

    /// <summary>
    /// Whether this node sends nothing to third nodes for others: no <c>relay</c> and no answer. Default: no.
    /// </summary>
    /// <remarks>
    /// What other nodes ask it to send goes to its own ports, and back to ports of the node that asks; the rest is
    /// dropped, as <see cref="UnmatchedReason.Refused"/>. It is no master of hidden nodes then: what is for them, or
    /// from them for others, finds no such port here. To a hidden node its master is who asks, whoever it was: it
    /// answers to ports of the master only. The mesh, and what this process sends, are not affected.
    /// </remarks>
    public bool RefuseRelays { get; init; }

    /// <summary>
    /// How many times the reply that a request asks for may go to this node itself, where it is a request again.
    /// Default 8; 0 to 1,024.
    /// </summary>
    /// <remarks>
    /// The next one is refused, and counted: a peer that nests requests ten thousand deep costs no more than one that
    /// does not.
    /// </remarks>
    public int MaxNestedRequests { get; init; } = 8;

    /// <summary>
    /// What evaluates a text that somebody sends with <c>eval</c>, and returns the results. Default: none, and such
    /// requests are refused.
    /// </summary>
    /// <remarks>
    /// Whoever may use it can do whatever it can do. It is called one text after another, in a turn of its own. The
    /// message of what it throws is told to whoever asks. It serves this process, and <see cref="EvaluatorPeers"/>.
    /// </remarks>
    public Func<string, ValueTask<IReadOnlyList<object?>>>? Evaluator { get; init; }

    /// <summary>The IDs of the other nodes that <see cref="Evaluator"/> works for. Default: none.</summary>
    /// <remarks>
    /// An ID is proved by a certificate (<see cref="RequireTls"/>). Of nodes with a secret alone, each can claim any.
    /// </remarks>
    public IReadOnlyCollection<string> EvaluatorPeers { get; init; } = [];

    /// <summary>
    /// How many ports that one other node has spawned here may live. Default 10,000; 1 to 1 Mi.
    /// </summary>
    /// <remarks>One more is never created: whoever monitors it is told <c>no_such_port</c>.</remarks>
    public int MaxSpawnedPortsPerPeer { get; init; } = 10_000;
}
