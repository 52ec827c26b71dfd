using System.Globalization;

namespace Mp.Testing;

/// <summary>One thing that happened.</summary>
public sealed record HistoryRecord
{
    /// <summary>When, by the test's clock.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>What.</summary>
    public required HistoryKind Kind { get; init; }

    /// <summary>At which node; the name of its host.</summary>
    public required string Node { get; init; }

    /// <summary>At which process of that node; 1 is the first.</summary>
    public int Incarnation { get; init; } = 1;

    /// <summary>Whose it was; see <see cref="HistoryKind"/>.</summary>
    public string Port { get; init; } = "";

    /// <summary>Whom it concerned; see <see cref="HistoryKind"/>.</summary>
    public string Peer { get; init; } = "";

    /// <summary>A number; see <see cref="HistoryKind"/>.</summary>
    public long Sequence { get; init; }

    /// <summary>A text; see <see cref="HistoryKind"/>.</summary>
    public string Data { get; init; } = "";

    /// <summary>Whether both are of the same process.</summary>
    internal bool IsOfProcessOf(HistoryRecord other) => IsAt(other.Node) && Incarnation == other.Incarnation;

    /// <summary>Whether it is of a node.</summary>
    internal bool IsAt(string node) => string.Equals(Node, node, StringComparison.Ordinal);

    /// <summary>Whether it concerns a node.</summary>
    internal bool IsTo(string peer) => string.Equals(Peer, peer, StringComparison.Ordinal);

    /// <summary>The record as one line, without its time.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Node}/{Incarnation} {Kind} {Port}{(Peer.Length > 0 ? " > " : "")}{Peer} {Sequence} {Data}");
}
