using Mp.Monitoring;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>Something that is to happen once, after some time, unless it is called off before it begins.</summary>
internal sealed class Delay : IDisposable
{
    private const int Waiting = 0;
    private const int Due = 1;
    private const int Over = 2;

    private readonly Delays _delays;
    private readonly Action<Delay> _onDue;
    private readonly ITimer _timer;
    private PortMonitor? _owner;
    private int _state;

    /// <summary>A delay that has not begun.</summary>
    /// <param name="delays">What it is one of.</param>
    /// <param name="clock">What the time is measured by.</param>
    /// <param name="onDue">Sees to it that it happens: it must only schedule or send.</param>
    public Delay(Delays delays, TimeProvider clock, Action<Delay> onDue)
    {
        _delays = delays;
        _onDue = onDue;
        _timer = clock.CreateTimer(
            static delay => ((Delay)delay!).Fire(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Says that it does not happen if a port dies sooner. Before it begins.</summary>
    public void DependOn(PortCell owner)
    {
        _owner = new PortMonitor((_, _) => Dispose());
        owner.AddMonitor(_owner);
    }

    /// <summary>Begins, unless it is over already.</summary>
    public void Start(TimeSpan time)
    {
        if (Volatile.Read(ref _state) == Waiting)
        {
            _timer.Change(time, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whether what is due may happen now: it may have been called off on its way.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Over, Due) == Due;

    /// <summary>Calls it off. What has not begun by then never will.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _state, Over) == Waiting)
        {
            LetGo();
        }
    }

    private void Fire()
    {
        if (Interlocked.CompareExchange(ref _state, Due, Waiting) == Waiting)
        {
            LetGo();
            _onDue(this);
        }
    }

    private void LetGo()
    {
        _timer.Dispose();
        _owner?.Dispose();
        _delays.Remove(this);
    }
}
