namespace Mp.Torture.Soak;

/// <summary>Sets monitors on a port, and withdraws each after some time.</summary>
internal sealed class MonitorRing(Node node, PortId port, Complaints complaints)
{
    private const int Size = 64;

    private readonly BriefMonitor[] _monitors = new BriefMonitor[Size];
    private long _set;

    /// <summary>How many were set.</summary>
    public long Count => Volatile.Read(ref _set);

    /// <summary>Withdraws the oldest one, if there are many, and sets one.</summary>
    public void Step()
    {
        ref BriefMonitor place = ref _monitors[_set % Size];
        place?.End();
        place = new BriefMonitor(complaints, TimeProvider.System);
        place.Begin(node.Mon(port, place.Fire));
        Volatile.Write(ref _set, _set + 1);
    }

    /// <summary>Withdraws all.</summary>
    public void End() => Array.ForEach(_monitors, static monitor => monitor?.End());
}
