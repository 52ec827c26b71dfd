using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mp;

/// <summary>The name of a port, anywhere: <c>node#port</c>. Safe to keep, to print and to send.</summary>
/// <remarks>
/// <para>Equal by value. An ID is never given to another port, on no node, also after a restart.</para>
/// <para>
/// A node's own port has an empty name and prints as <c>node#</c>; <see cref="Parse(string)"/> takes <c>node</c> as
/// well.
/// </para>
/// </remarks>
public readonly struct PortId : IEquatable<PortId>, IParsable<PortId>
{
    /// <summary>The most octets that a node ID may have, and the most that a port name may have, in UTF-8.</summary>
    internal const int MaxPartBytes = 255;

    // A node ID is printable ASCII without what the protocol's lines and port IDs are cut at.
    private static readonly SearchValues<char> NodeIdCharacters = SearchValues.Create(
        "!\"$%&'()*+,-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    internal PortId(PortAddress address) => Address = address;

    /// <summary>Whether this is the default value, which names no port.</summary>
    [MemberNotNullWhen(false, nameof(Address))]
    public bool IsNone => Address is null;

    /// <summary>The ID of the port's node, or empty if this names no port.</summary>
    public string NodeId => Address?.NodeId ?? "";

    /// <summary>The port's name within its node; empty for the node's own port.</summary>
    public string PortName => Address?.PortName ?? "";

    internal PortAddress? Address { get; }

    /// <summary>Whether both name the same port.</summary>
    public static bool operator ==(PortId left, PortId right) => left.Equals(right);

    /// <summary>Whether they name different ports.</summary>
    public static bool operator !=(PortId left, PortId right) => !left.Equals(right);

    /// <summary>Reads a port ID: <c>node#port</c>, or <c>node#</c> or <c>node</c> for the node's own port.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is no port ID; the message says why.</exception>
    public static PortId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? problem = Split(text, out PortId id);
        return problem is null
            ? id
            : throw new FormatException($"'{Printable.Of(text)}' is no port ID: {problem}. A port ID is 'node#port'.");
    }

    /// <summary>Reads a port ID, if <paramref name="text"/> is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PortId id)
    {
        id = default;
        return text is not null && Split(text, out id) is null;
    }

    /// <inheritdoc/>
    static PortId IParsable<PortId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<PortId>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PortId result) => TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(PortId other)
    {
        if (ReferenceEquals(Address, other.Address))
        {
            return true;
        }

        return Address is not null
            && other.Address is not null
            && string.Equals(Address.PortName, other.Address.PortName, StringComparison.Ordinal)
            && string.Equals(Address.NodeId, other.Address.NodeId, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PortId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Address is null ? 0 : HashCode.Combine(Address.NodeId, Address.PortName);

    /// <summary>The ID as text: <c>node#port</c>; empty if this names no port.</summary>
    public override string ToString() => Address?.ToString() ?? "";

    /// <summary>Says what is wrong with a node ID, or nothing.</summary>
    internal static string? ProblemOfNodeId(ReadOnlySpan<char> nodeId)
    {
        if (nodeId.IsEmpty)
        {
            return "the node is missing";
        }

        if (nodeId.Length > MaxPartBytes)
        {
            return $"its node has more than {MaxPartBytes} characters";
        }

        return nodeId.ContainsAnyExcept(NodeIdCharacters)
            ? "its node has a character other than printable ASCII, or one of '#' and ';'"
            : null;
    }

    /// <summary>Says what is wrong with a port name, or nothing. An empty one is right: the node's own port.</summary>
    internal static string? ProblemOfPortName(ReadOnlySpan<char> portName)
    {
        if (portName.Length > MaxPartBytes || Encoding.UTF8.GetByteCount(portName) > MaxPartBytes)
        {
            return $"its port name has more than {MaxPartBytes} bytes";
        }

        foreach (char character in portName)
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
            {
                return "its port name has a character that can't be printed";
            }
        }

        return null;
    }

    /// <summary>
    /// Says what is wrong with a name that somebody has chosen for a port, or nothing. By a name with a <c>#</c> in it
    /// masters are given what is for the nodes hidden behind them.
    /// </summary>
    internal static string? ProblemOfChosenName(ReadOnlySpan<char> portName) =>
        portName.Contains('#') ? "its port name has a '#', as whole port IDs have" : ProblemOfPortName(portName);

    private static string? Split(string text, out PortId id)
    {
        int mark = text.IndexOf('#', StringComparison.Ordinal);
        string node = mark < 0 ? text : text[..mark];
        string port = mark < 0 ? "" : text[(mark + 1)..];
        string? problem = ProblemOfNodeId(node) ?? ProblemOfPortName(port);
        id = problem is null ? new PortId(new WrittenAddress(node, port)) : default;
        return problem;
    }
}
