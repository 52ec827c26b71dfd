using Mp.Mesh;
using Mp.Nodes;

namespace Mp;

/// <summary>
/// A small registry that all nodes of a network share: families of entries, each a key and a value.
/// </summary>
/// <remarks>
/// <para>
/// Each node has a part of it, which only it changes, and which is gone when the node is. What is seen is all parts
/// together; if several nodes have set the same key, what was set last.
/// </para>
/// <para>
/// Global nodes hold all of it. Others ask their master, which is the first of their seeds
/// (<see cref="NodeOptions.Seeds"/>) that is up. A node without seeds has its own part only, until others make it their
/// seed. It is made for what changes seldom and must be found, as addresses and settings; for thousands of entries, not
/// for millions.
/// </para>
/// <para>Safe for concurrent calls.</para>
/// </remarks>
public sealed class Families
{
    private readonly Node _node;
    private readonly Membership _membership;

    internal Families(Node node, Membership membership)
    {
        _node = node;
        _membership = membership;
    }

    /// <summary>Sets an entry of this node's part. Setting what is there already does nothing.</summary>
    /// <param name="family">The family: letters, digits, <c>_</c> and <c>:</c>, a letter first.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Anything that can stand in a message.</param>
    /// <exception cref="ArgumentException">
    /// The family's name is none, or the key has more than 511 characters.
    /// </exception>
    /// <exception cref="MessageEncodingException">The value can't travel.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public void Set<T>(string family, string key, T value)
    {
        CheckFamily(family);
        CheckKey(key);
        _membership.ThrowIfEnded();
        _membership.Set(family, key, FamilyValue.Of(value));
    }

    /// <summary>Sets an entry of this node's part that only has to be there: its value is null.</summary>
    /// <inheritdoc cref="Set{T}(string, string, T)" path="/param"/>
    /// <inheritdoc cref="Set{T}(string, string, T)" path="/exception"/>
    public void Set(string family, string key) => Set<object?>(family, key, null);

    /// <summary>Deletes an entry of this node's part, if it is there. Those of other nodes stay.</summary>
    /// <inheritdoc cref="Set{T}(string, string, T)" path="/param"/>
    /// <exception cref="ArgumentException">The family's name is none, or the key too long.</exception>
    public void Delete(string family, string key)
    {
        CheckFamily(family);
        CheckKey(key);
        _membership.Delete(family, key);
    }

    /// <summary>
    /// Sets an entry whose key is a port's ID, and deletes it when the port dies, or when its node is lost.
    /// </summary>
    /// <param name="family">The family.</param>
    /// <param name="port">The port.</param>
    /// <returns>Deletes it when disposed.</returns>
    /// <inheritdoc cref="Set{T}(string, string, T)" path="/exception"/>
    /// <inheritdoc cref="Node.Snd(PortId, string)" path="/exception"/>
    public IDisposable Register(string family, PortId port)
    {
        CheckFamily(family);
        return _membership.Registrations.Add(family, port, _node.Mon);
    }

    /// <summary>What is in a family; nothing, if there is none of this name.</summary>
    /// <param name="family">The family.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The family's name is none.</exception>
    /// <exception cref="TimeoutException">
    /// The node has seeds, and none was up, or answered, for <see cref="NodeOptions.CallTimeout"/>.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public async ValueTask<IReadOnlyDictionary<string, FamilyValue>> GetAsync(
        string family,
        CancellationToken cancellationToken = default) =>
        (await AskAsync(MeshRequest.Entries, family, cancellationToken).ConfigureAwait(false)).Entries;

    /// <summary>The keys of a family.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async ValueTask<IReadOnlyList<string>> KeysAsync(
        string family,
        CancellationToken cancellationToken = default) =>
        (await AskAsync(MeshRequest.Keys, family, cancellationToken).ConfigureAwait(false)).Keys;

    /// <summary>The values of a family.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async ValueTask<IReadOnlyList<FamilyValue>> ValuesAsync(
        string family,
        CancellationToken cancellationToken = default) =>
        (await AskAsync(MeshRequest.Values, family, cancellationToken).ConfigureAwait(false)).Values;

    /// <summary>
    /// Asks to be told what is in a family, once it is known, also if it is nothing, and from then on of every change.
    /// </summary>
    /// <param name="family">The family.</param>
    /// <param name="callback">Called in order, never twice at a time, on a thread of the scheduler.</param>
    /// <returns>Withdraws the wish when disposed.</returns>
    /// <exception cref="ArgumentException">The family's name is none.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public IDisposable Monitor(string family, Action<FamilyChange> callback)
    {
        CheckFamily(family);
        ArgumentNullException.ThrowIfNull(callback);
        _membership.ThrowIfEnded();
        return _membership.Monitor(family, _membership.CreateCallbacks(), callback);
    }

    private static void CheckFamily(string family)
    {
        ArgumentNullException.ThrowIfNull(family);
        bool isName = family.Length is > 0 and <= PortId.MaxPartBytes
            && char.IsAsciiLetter(family[0])
            && family.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or ':');
        if (!isName)
        {
            throw new ArgumentException(
                $"'{Printable.Of(family)}' can't be the name of a family or group: it must be of letters, digits, '_' "
                + "and ':', a letter first, and no longer than 255 characters.",
                nameof(family));
        }
    }

    private static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length > (2 * PortId.MaxPartBytes) + 1)
        {
            throw new ArgumentException(
                $"The key '{Printable.Of(key.AsSpan(0, 32))}...' has {key.Length} characters; "
                + $"at most {(2 * PortId.MaxPartBytes) + 1} are allowed, as many as a port ID may have.",
                nameof(key));
        }
    }

    private ValueTask<FamilyAnswer> AskAsync(string tag, string family, CancellationToken cancellationToken)
    {
        CheckFamily(family);
        return _membership.AskAsync(tag, family, cancellationToken);
    }
}
