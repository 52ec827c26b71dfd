using Mp.Monitoring;

namespace Mp.Nodes;

/// <summary>The calls of a node that wait for their answers, and what they need of it.</summary>
internal sealed class Calls(Router router, NodeOptions options)
{
    // What a timer takes.
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly Lock _gate = new();
    private readonly HashSet<ReplyPort> _waiting = [];
    private bool _hasEnded;

    /// <summary>How long a call waits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No call can wait for as long as that.</exception>
    public TimeSpan TimeoutOf(TimeSpan? timeout)
    {
        if (timeout is { } given && given != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(given, TimeSpan.Zero, nameof(timeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(given, MaxTimeout, nameof(timeout));
        }

        return timeout ?? options.CallTimeout;
    }

    /// <summary>A call begins.</summary>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public void Add(ReplyPort call)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, typeof(Node));
            _waiting.Add(call);
        }
    }

    /// <summary>A call has ended.</summary>
    public void Remove(ReplyPort call)
    {
        lock (_gate)
        {
            _waiting.Remove(call);
        }
    }

    /// <summary>Has a call end after some time; none if it may wait for ever.</summary>
    public ITimer? StartTimer(ReplyPort call, TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan
        ? null
        : options.TimeProvider.CreateTimer(
            static call => ((ReplyPort)call!).EndByTimeout(),
            call,
            timeout,
            Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="Router.Mon"/>
    public void Watch(PortId port, PortMonitor monitor) => router.Mon(port, monitor);

    /// <inheritdoc cref="Router.Route"/>
    public void Send(PortId to, Message question) => router.Route(to, question);

    /// <summary>The node has ended: so do all calls, and no more begin.</summary>
    public void End()
    {
        ReplyPort[] calls;
        lock (_gate)
        {
            _hasEnded = true;
            calls = [.. _waiting];
        }

        foreach (ReplyPort call in calls)
        {
            call.End(new ObjectDisposedException(nameof(Node), "The node has ended before the call was answered."));
        }
    }
}
