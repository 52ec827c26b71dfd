namespace Mp;

/// <summary>Groups of ports that all nodes of a network know: who offers what.</summary>
/// <remarks>
/// A group is a <see cref="Families">family</see> whose keys are the port IDs of its members. A member leaves when it
/// dies, or when its node is lost. Safe for concurrent calls.
/// </remarks>
public sealed class PortGroups
{
    private readonly Families _families;

    internal PortGroups(Families families) => _families = families;

    /// <summary>Makes a port a member of a group, for as long as it lives.</summary>
    /// <param name="group">The group: letters, digits, <c>_</c> and <c>:</c>, a letter first.</param>
    /// <param name="port">The port.</param>
    /// <returns>Has it leave when disposed.</returns>
    /// <inheritdoc cref="Families.Register" path="/exception"/>
    public IDisposable Register(string group, PortId port) => _families.Register(group, port);

    /// <summary>The members of a group, in the order of their IDs.</summary>
    /// <inheritdoc cref="Families.GetAsync" path="/exception"/>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<PortId>> MembersAsync(
        string group,
        CancellationToken cancellationToken = default) =>
        PortsOf(await _families.KeysAsync(group, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Asks to be told who is in a group, once it is known, also if it is nobody, and from then on of every change.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="callback">Called in order, never twice at a time, on a thread of the scheduler.</param>
    /// <returns>Withdraws the wish when disposed.</returns>
    /// <exception cref="ArgumentException">The group's name is none.</exception>
    public IDisposable Watch(string group, Action<GroupChange> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _families.Monitor(group, change => callback(new GroupChange(
            change.Family,
            PortsOf(change.Contents.Keys),
            PortsOf(change.Added),
            PortsOf(change.Deleted))));
    }

    // Other implementations may have other things there.
    private static PortId[] PortsOf(IEnumerable<string> keys) =>
    [
        .. keys.Order(StringComparer.Ordinal)
            .Select(static key => PortId.TryParse(key, out PortId port) ? port : default)
            .Where(static port => !port.IsNone),
    ];
}
