namespace Mp.Monitoring;

/// <summary>The monitors of one port. Not safe for concurrent calls: its owner holds a lock.</summary>
internal sealed class PortMonitors
{
    private MonitorList? _monitors = new();

    /// <summary>Adds a monitor.</summary>
    /// <returns><see langword="false"/> if the port has died; the caller fires it then.</returns>
    public bool TryAdd(PortMonitor monitor)
    {
        _monitors?.Add(monitor);
        return _monitors is not null;
    }

    /// <summary>Removes a monitor, if it is there.</summary>
    public void Remove(PortMonitor monitor) => _monitors?.Remove(monitor);

    /// <summary>Takes all there are, and no more from now on: the port has died.</summary>
    public IReadOnlyList<PortMonitor> Close()
    {
        PortMonitor[] monitors = _monitors?.TakeAll() ?? [];
        _monitors = null;
        return monitors;
    }
}
