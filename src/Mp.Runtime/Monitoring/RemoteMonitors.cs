namespace Mp.Monitoring;

/// <summary>The monitors that this node has on the ports of one other node. Its owner holds a lock.</summary>
/// <remarks>
/// However many there are on a port, the other node is asked once, and told once when the last is gone.
/// </remarks>
internal sealed class RemoteMonitors
{
    private readonly Dictionary<string, MonitorList> _byPort = new(StringComparer.Ordinal);

    /// <summary>How many there are, on all ports.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a monitor.</summary>
    /// <returns>Whether it is the first on its port, so that the other node is to be asked.</returns>
    public bool Add(string portName, PortMonitor monitor)
    {
        Count++;
        if (_byPort.TryGetValue(portName, out MonitorList? monitors))
        {
            monitors.Add(monitor);
            return false;
        }

        var list = new MonitorList();
        list.Add(monitor);
        _byPort.Add(portName, list);
        return true;
    }

    /// <summary>Removes a monitor, if it is there.</summary>
    /// <returns>Whether it was the last on its port, so that the other node is to be told.</returns>
    public bool Remove(string portName, PortMonitor monitor)
    {
        if (!_byPort.TryGetValue(portName, out MonitorList? monitors) || !monitors.Remove(monitor))
        {
            return false;
        }

        Count--;
        return monitors.Count == 0 && _byPort.Remove(portName);
    }

    /// <summary>Takes the monitors of a port that has died.</summary>
    public IReadOnlyList<PortMonitor> Take(string portName)
    {
        if (!_byPort.Remove(portName, out MonitorList? monitors))
        {
            return [];
        }

        Count -= monitors.Count;
        return monitors.TakeAll();
    }

    /// <summary>Takes all of them: the node is lost.</summary>
    public IReadOnlyList<PortMonitor> TakeAll()
    {
        PortMonitor[] all = [.. _byPort.Values.SelectMany(static monitors => monitors.TakeAll())];
        _byPort.Clear();
        Count = 0;
        return all;
    }
}
