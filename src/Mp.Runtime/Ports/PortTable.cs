using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Mp.Ports;

/// <summary>
/// The ports of a node that have a name: one of their own, and the well-known ones that were registered.
/// </summary>
internal sealed class PortTable
{
    private readonly ConcurrentDictionary<string, PortCell> _byName = new(StringComparer.Ordinal);

    // Guards the two below, which always agree.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PortCell> _wellKnown = new(StringComparer.Ordinal);
    private readonly Dictionary<PortCell, string> _wellKnownNames = [];
    private int _version;

    /// <summary>Changes before a name that leads to a living port can lead to another one.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Enters a port under the name that it was just given.</summary>
    public void Add(string name, PortCell cell) => _byName[name] = cell;

    /// <summary>Enters a port under a name that others may have given already.</summary>
    /// <returns><see langword="false"/> if there is a port of that name, well-known or not.</returns>
    public bool TryAdd(string name, PortCell cell) =>
        !TryFindWellKnown(name, out _) && _byName.TryAdd(name, cell);

    /// <summary>The port of this name, its own or a well-known one, without a string for the name.</summary>
    public bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out PortCell? cell) =>
        _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out cell)
        || TryFindWellKnown(name.ToString(), out cell);

    /// <summary>The port of this name, its own or a well-known one.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out PortCell? cell) =>
        _byName.TryGetValue(name, out cell) || TryFindWellKnown(name, out cell);

    /// <summary>The port that is registered under this name.</summary>
    public bool TryFindWellKnown(string name, [NotNullWhen(true)] out PortCell? cell)
    {
        lock (_gate)
        {
            return _wellKnown.TryGetValue(name, out cell);
        }
    }

    /// <summary>
    /// Registers a port under a well-known name. It replaces the port there, and loses the name it had.
    /// </summary>
    public void Register(string name, PortCell cell)
    {
        cell.BeginRegistration();
        lock (_gate)
        {
            // A peer may have spawned a port of that name; what the node's owner registers comes first. Gone before the
            // version changes: whoever sees the new one does not find it any more.
            _byName.TryRemove(name, out _);
            Interlocked.Increment(ref _version);
            Unregister(cell);
            if (_wellKnown.Remove(name, out PortCell? replaced))
            {
                _wellKnownNames.Remove(replaced);
            }

            _wellKnown[name] = cell;
            _wellKnownNames[cell] = name;
        }

        // It may have died while it was registered; then nobody else will take its name away again.
        if (cell.IsDead)
        {
            Remove(cell, null);
        }
    }

    /// <summary>Removes a port that has died.</summary>
    public void Remove(PortCell cell, string? name)
    {
        if (name is not null)
        {
            _byName.TryRemove(new KeyValuePair<string, PortCell>(name, cell));
        }

        lock (_gate)
        {
            Unregister(cell);
        }
    }

    /// <summary>Every port that has a name.</summary>
    public IReadOnlyCollection<PortCell> Snapshot() => [.. _byName.Values];

    private void Unregister(PortCell cell)
    {
        if (_wellKnownNames.Remove(cell, out string? name))
        {
            _wellKnown.Remove(name);
        }
    }
}
