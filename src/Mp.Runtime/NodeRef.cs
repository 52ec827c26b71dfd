using System.Globalization;

namespace Mp;

/// <summary>How a node is named and reached: in one of three forms.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>host:port,host:port</c>: a public node, which can be dialled as it stands.</item>
/// <item><c>id@noderef</c>: a hidden node, reached through its master.</item>
/// <item><c>id</c>: a private node, or one that is known by name only.</item>
/// </list>
/// </remarks>
public readonly record struct NodeRef
{
    private readonly string? _text;

    private NodeRef(string text, IReadOnlyList<string> endPoints)
    {
        _text = text;
        EndPoints = endPoints;
    }

    /// <summary>Where a public node listens, each as <c>host:port</c>; empty for the other forms.</summary>
    public IReadOnlyList<string> EndPoints { get => field ?? []; }

    /// <summary>The node through which a hidden node is reached; none for the other forms.</summary>
    public string? Master => MasterOf(ToString());

    /// <summary>Whether the node can be dialled as it stands.</summary>
    public bool IsPublic => EndPoints.Count > 0;

    /// <summary>Reads a node reference.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is none; the message says why.</exception>
    public static NodeRef Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PortId.ProblemOfNodeId(text) is { } problem
            ? throw new FormatException($"'{Printable.Of(text)}' is no node reference: {problem}.")
            : new NodeRef(text, FindEndPoints(text));
    }

    /// <inheritdoc/>
    public bool Equals(NodeRef other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The reference as text.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>What stands behind the <c>@</c> of a hidden node's ID, or nothing.</summary>
    internal static string? MasterOf(string nodeId)
    {
        int mark = nodeId.IndexOf('@', StringComparison.Ordinal);
        return mark > 0 && mark < nodeId.Length - 1 ? nodeId[(mark + 1)..] : null;
    }

    /// <summary>Splits <c>host:port</c>, with the host in brackets if it is an IPv6 address.</summary>
    internal static bool TrySplitEndPoint(string text, out string host, out int port)
    {
        int colon = text.LastIndexOf(':');
        host = colon < 0 ? "" : text[..colon];
        port = 0;
        bool isBracketed = host is ['[', _, .., ']'];
        bool isHost = isBracketed || (host.Length > 0 && !host.Contains(':', StringComparison.Ordinal));
        host = isBracketed ? host[1..^1] : host;

        // 'id@host:port' is a hidden node and its master, and no end point of its own.
        return isHost
            && !host.Contains('@', StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port <= ushort.MaxValue;
    }

    private static string[] FindEndPoints(string text)
    {
        string[] parts = text.Split(',');
        bool canBeDialled = Array.TrueForAll(
            parts,
            static part => TrySplitEndPoint(part, out _, out int port) && port > 0);
        return canBeDialled ? parts : [];
    }
}
