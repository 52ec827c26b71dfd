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
    /// <param name="portName">The port's name.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="registration">The number of the request to the other node.</param>
    /// <returns>Whether it is the first on its port, so that the other node is to be asked.</returns>
    public bool Add(string portName, PortMonitor monitor, long registration)
    {
        Count++;
        if (_byPort.TryGetValue(portName, out MonitorList? monitors))
        {
            monitors.Add(monitor);
            return false;
        }

        var list = new MonitorList { Registration = registration };
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
    /// <param name="portName">The port's name.</param>
    /// <param name="registration">
    /// The request that the notice answers, if it says so. One that was withdrawn may have been answered already, for a
    /// port that had the name before.
    /// </param>
    public IReadOnlyList<PortMonitor> Take(string portName, long? registration)
    {
        if (!_byPort.TryGetValue(portName, out MonitorList? monitors)
            || (registration ?? monitors.Registration) != monitors.Registration)
        {
            return [];
        }

        _byPort.Remove(portName);
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
