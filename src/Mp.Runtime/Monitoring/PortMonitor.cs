namespace Mp.Monitoring;

/// <summary>
/// One party's wish to be told of one port's death. Fires at most once, and never after it was disposed.
/// </summary>
internal sealed class PortMonitor : IDisposable
{
    private const int Active = 0;
    private const int Fired = 1;
    private const int Ended = 2;

    private readonly Action<PortMonitor, Reason> _onFired;
    private Action<PortMonitor>? _onDisposed;
    private int _state;

    /// <summary>A monitor, not yet set on any port.</summary>
    /// <param name="onFired">Sees to it that the party is told, later: it must only schedule or send.</param>
    public PortMonitor(Action<PortMonitor, Reason> onFired) => _onFired = onFired;

    /// <summary>The list that it is on. As its neighbours, of the list's owner.</summary>
    internal MonitorList? List { get; set; }

    /// <summary>The one before it on the list.</summary>
    internal PortMonitor? Previous { get; set; }

    /// <summary>The one after it on the list.</summary>
    internal PortMonitor? Next { get; set; }

    /// <summary>Says what takes the monitor off its port again.</summary>
    public void OnDisposed(Action<PortMonitor> remove) => _onDisposed = remove;

    /// <summary>The port is dead, or lost.</summary>
    public void Fire(Reason reason)
    {
        if (Interlocked.CompareExchange(ref _state, Fired, Active) == Active)
        {
            _onFired(this, reason);
        }
    }

    /// <summary>Whether a callback that is due may run now. Only the first one to ask is told so.</summary>
    public bool TryBeginCallback() => Interlocked.CompareExchange(ref _state, Ended, Fired) == Fired;

    /// <summary>Withdraws the wish. A callback that has not begun by then never will.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _state, Ended) == Active)
        {
            _onDisposed?.Invoke(this);
        }
    }
}
