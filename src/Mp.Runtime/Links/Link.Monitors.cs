using Mp.Monitoring;

namespace Mp.Links;

/// <content>Who watches whom across the link.</content>
internal sealed partial class Link
{
    private readonly RemoteMonitors _monitors = new();
    private readonly Dictionary<string, PortMonitor> _watches = new(StringComparer.Ordinal);
    private long _lastRegistration;

    /// <summary>A number for the next request to watch a port: the notice that answers it repeats it.</summary>
    public long NextRegistration() => Interlocked.Increment(ref _lastRegistration);

    /// <summary>Sets a monitor on a port of the other node; an empty name watches the link itself.</summary>
    /// <param name="portName">The port's name.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="registration">The number that the request has.</param>
    /// <param name="request">The request to the other node, sent if this is the first monitor on the port.</param>
    public LinkAction AddMonitor(
        string portName,
        PortMonitor monitor,
        long registration,
        ReadOnlySpan<byte> request)
    {
        lock (_gate)
        {
            if (_state == LinkState.Retired)
            {
                return LinkAction.Retired;
            }

            if (_monitors.Count >= limits.MaxMonitors)
            {
                return LinkAction.TooMany;
            }

            bool isFirst = _monitors.Add(portName, monitor, registration);
            return isFirst && portName.Length > 0 ? Append(request) : LinkAction.None;
        }
    }

    /// <summary>Withdraws a monitor.</summary>
    /// <param name="portName">The port's name.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="request">The request to the other node, sent if this was the last monitor on the port.</param>
    public LinkAction RemoveMonitor(string portName, PortMonitor monitor, ReadOnlySpan<byte> request)
    {
        lock (_gate)
        {
            // An idle link has nothing to take back: the other node forgot everything with the last epoch.
            return _monitors.Remove(portName, monitor) && portName.Length > 0 && _state != LinkState.Idle
                ? Append(request)
                : LinkAction.None;
        }
    }

    /// <summary>The other node says that a port of its has died.</summary>
    /// <inheritdoc cref="RemoteMonitors.Take" path="/param"/>
    /// <returns>The monitors to fire.</returns>
    public IReadOnlyList<PortMonitor> TakeMonitors(string portName, long? registration = null)
    {
        lock (_gate)
        {
            return _monitors.Take(portName, registration);
        }
    }

    /// <summary>The other node wants to know of the death of a port of this one.</summary>
    public WatchResult TryAddWatch(string portName, PortMonitor watch)
    {
        lock (_gate)
        {
            if (_state != LinkState.Up || _watches.ContainsKey(portName))
            {
                return WatchResult.Ignored;
            }

            if (_watches.Count >= limits.MaxMonitors)
            {
                return WatchResult.TooMany;
            }

            _watches.Add(portName, watch);
            return WatchResult.Added;
        }
    }

    /// <summary>The other node no longer wants to know.</summary>
    /// <returns>The watch to dispose, if there was one.</returns>
    public PortMonitor? TakeWatch(string portName)
    {
        lock (_gate)
        {
            return _watches.Remove(portName, out PortMonitor? watch) ? watch : null;
        }
    }

    /// <summary>
    /// A watched port of this node has died: tells the other node, unless it no longer wants to know.
    /// </summary>
    /// <exception cref="MessageEncodingException">The peer's framing can't express the notice. The watch is still
    /// there.</exception>
    public LinkAction SendDeath(string portName, PortMonitor watch, ReadOnlySpan<byte> notice)
    {
        lock (_gate)
        {
            if (!_watches.TryGetValue(portName, out PortMonitor? current) || current != watch)
            {
                return LinkAction.None;
            }

            // Appended first: if it can't be expressed, the caller tries again with what can.
            LinkAction action = Append(notice);
            _watches.Remove(portName);
            return action;
        }
    }
}
