using System.Collections.Frozen;

namespace Mp;

/// <summary>Which nodes may send to a port: everybody, the port's own node, or that and some others.</summary>
/// <remarks>
/// <para>
/// A node is known by its ID, which is proved by a certificate (<see cref="NodeOptions.RequireTls"/>), unless
/// <see cref="NodeOptions.CheckCertificateNames"/> is off. Of nodes with a secret alone, or whose certificates have no
/// names that count, each can claim any. <see cref="SameNode"/> does not rest on IDs.
/// </para>
/// <para>
/// What a hidden node sends comes from its master; at the master itself from <c>home@master</c>. To a port of a hidden
/// node everything from other nodes comes from the master: either all of them may, or none.
/// </para>
/// <para>Never changes. Safe for concurrent calls.</para>
/// </remarks>
public sealed class Senders
{
    private readonly FrozenSet<string> _others;

    private Senders(IEnumerable<string> others) => _others = others.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every node.</summary>
    public static Senders Any { get; } = new([]);

    /// <summary>The port's own node only: what is sent by it, with all its ports, in its process.</summary>
    public static Senders SameNode { get; } = new([]);

    /// <summary>The port's own node, and those with these IDs.</summary>
    /// <param name="nodeIds">IDs as <see cref="Node.Id"/> has them.</param>
    /// <exception cref="ArgumentException">One of them can't be a node's ID.</exception>
    public static Senders Of(params IEnumerable<string> nodeIds)
    {
        ArgumentNullException.ThrowIfNull(nodeIds);
        string[] others = [.. nodeIds];
        foreach (string id in others)
        {
            if (PortId.ProblemOfNodeId(id) is { } problem)
            {
                throw new ArgumentException($"'{Printable.Of(id)}' can't be a node's ID: {problem}.", nameof(nodeIds));
            }
        }

        return new Senders(others);
    }

    /// <summary>Itself, or nothing if everybody may.</summary>
    internal Senders? Restriction => this == Any ? null : this;

    /// <summary>Whether another node may.</summary>
    internal bool Include(string nodeId) => _others.Contains(nodeId);
}
