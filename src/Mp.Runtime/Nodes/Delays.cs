using Mp.Ports;

namespace Mp.Nodes;

/// <summary>What a node and its ports have put off.</summary>
internal sealed class Delays(Router router, TimeProvider clock)
{
    // What a timer takes.
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly Lock _gate = new();
    private readonly HashSet<Delay> _waiting = [];
    private bool _hasEnded;

    /// <summary>Calls back later: in the turn of a port, or in none.</summary>
    public Delay Call(PortCell? owner, TimeSpan time, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Start(owner, time, delay =>
        {
            if (owner is not null)
            {
                owner.Enqueue(new CallbackControl(() => Run(delay, callback)));
            }
            else
            {
                Schedule(() => Run(delay, callback));
            }
        });
    }

    /// <summary>Sends a message later.</summary>
    public Delay Send(PortCell? owner, TimeSpan time, PortId to, Message message) =>
        Start(owner, time, delay => Schedule(() => Run(delay, () => router.Route(to, message))));

    /// <summary>One is over.</summary>
    public void Remove(Delay delay)
    {
        lock (_gate)
        {
            _waiting.Remove(delay);
        }
    }

    /// <summary>The node has ended: nothing of it happens any more.</summary>
    public void End()
    {
        Delay[] delays;
        lock (_gate)
        {
            _hasEnded = true;
            delays = [.. _waiting];
        }

        foreach (Delay delay in delays)
        {
            delay.Dispose();
        }
    }

    private Delay Start(PortCell? owner, TimeSpan time, Action<Delay> onDue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, MaxTime);
        var delay = new Delay(this, clock, onDue);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, typeof(Node));
            _waiting.Add(delay);
        }

        if (owner is not null)
        {
            delay.DependOn(owner);
        }

        delay.Start(time);
        return delay;
    }

    // Timers may be anybody's, and may be late: what happens then is of the node's scheduler, and harms nobody else.
    private void Schedule(Action work) =>
        router.Host.Scheduler.Schedule(new CallbackWorkItem(work, router.Host.Log));

    private static void Run(Delay delay, Action action)
    {
        if (delay.TryBegin())
        {
            action();
        }
    }
}
