using System.Collections;
using Mp.CompilerServices;

namespace Mp;

/// <summary>Why a port died: a list of elements, empty for a normal death, else led by a word.</summary>
/// <remarks>
/// The words in use: <c>die</c> (an exception; its text follows), <c>no_such_port</c>, <c>transport_error</c> (the node
/// and a text follow), and whatever was given to <c>Kil</c>.
/// </remarks>
public sealed class Reason : IReadOnlyList<object?>, IEquatable<Reason>
{
    private readonly object?[] _elements;

    /// <summary>A reason of these elements; of none, the normal one.</summary>
    public Reason(params ReadOnlySpan<object?> elements) => _elements = elements.ToArray();

    /// <summary>The normal death: no elements. It does not kill linked ports.</summary>
    public static Reason Normal { get; } = new();

    /// <summary>Whether this is a normal death.</summary>
    public bool IsNormal => _elements.Length == 0;

    /// <summary>The first element if it is a string, else <see langword="null"/>.</summary>
    public string? Word => _elements is [string word, ..] ? word : null;

    /// <inheritdoc/>
    public int Count => _elements.Length;

    /// <inheritdoc/>
    public object? this[int index] => _elements[index];

    /// <summary>The elements, without a copy.</summary>
    internal ReadOnlySpan<object?> Elements => _elements;

    /// <summary>An exception in a handler: <c>("die", text)</c>.</summary>
    internal static Reason Die(Exception exception) =>
        new("die", $"{exception.GetType().FullName}: {exception.Message}");

    /// <summary>The port is unknown or already dead.</summary>
    internal static Reason NoSuchPort(string portId) =>
        new("no_such_port", "cannot monitor nonexistent port", portId);

    /// <summary>The node can't be reached, or no longer.</summary>
    internal static Reason TransportError(string nodeId, string text) => new("transport_error", nodeId, text);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)_elements).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both have equal elements; integers by value, whatever their width.</summary>
    public bool Equals(Reason? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (int index = 0; index < Count; index++)
        {
            if (!AreEqual(_elements[index], other._elements[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Word);

    /// <summary>The elements, separated by commas; <c>normal</c> if there are none.</summary>
    public override string ToString() => IsNormal ? "normal" : string.Join(", ", _elements);

    private static bool AreEqual(object? left, object? right) =>
        BoxedNumber.TryToInt64(left, out long one) && BoxedNumber.TryToInt64(right, out long other)
            ? one == other
            : Equals(left, right);
}
