using Microsoft.Extensions.Logging;
using Mp.Telemetry;

namespace Mp.Ports;

/// <summary>
/// What the ports of a node live in: their table, their threads, and the account of what was dropped.
/// </summary>
internal sealed class PortHost(
    PortScheduler scheduler,
    PortNames names,
    ILogger log,
    int backlogWarning,
    Func<Action<UnmatchedMessage>?> unmatched)
{
    private NodeIdentity? _identity;

    /// <summary>Where ports run.</summary>
    public PortScheduler Scheduler => scheduler;

    /// <summary>The ports that have a name.</summary>
    public PortTable Table { get; } = new();

    /// <summary>The names that ports get.</summary>
    public PortNames Names => names;

    /// <summary>How many messages may wait for a port before somebody is told.</summary>
    public int BacklogWarning => backlogWarning;

    /// <summary>Where the node writes what a person should know.</summary>
    public ILogger Log => log;

    /// <summary>Under which ID the node is known now.</summary>
    public NodeIdentity Identity => _identity ?? throw new InvalidOperationException("The node has no identity yet.");

    /// <summary>Takes on an identity, which ends the one before.</summary>
    public NodeIdentity TakeOn(string nodeId)
    {
        var identity = new NodeIdentity(nodeId, this);
        Interlocked.Exchange(ref _identity, identity)?.Retire();
        return identity;
    }

    /// <summary>Tells that more waits for a port than it seems to be able to handle.</summary>
    public void WarnOfBacklog(PortCell cell, int count)
    {
        MpMeter.CountLimit(Limit.PortBacklogWarning);
        NodeLog.BacklogIsLong(log, count, cell.CurrentId.ToString(), cell.Port.GetType().Name);
    }

    /// <summary>Accounts for a message that no handler will see.</summary>
    public void Drop(Message message, PortAddress port, UnmatchedReason reason)
    {
        MpMeter.CountUnmatched(reason);

        // Names are made and texts written only if somebody will read them.
        Action<UnmatchedMessage>? onUnmatched = unmatched();
        if (onUnmatched is null && !log.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        string? tag = message.Tag;
        string portId = port.ToString();
        NodeLog.Unmatched(log, tag is null ? "" : Printable.Of(tag), Printable.Of(portId), reason);
        try
        {
            onUnmatched?.Invoke(new UnmatchedMessage(tag, portId, reason));
        }
#pragma warning disable CA1031 // A user's: it must harm neither the sender nor the port, dying or not.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NodeLog.CallbackFailed(log, exception);
        }
    }
}
