using Mp.Monitoring;

namespace Mp.Ports;

/// <summary>What the runtime keeps for one port: its queue, and whose turn it is.</summary>
/// <remarks>
/// Whatever is marked as of the port's turn is touched by one thread at a time, the one that runs the port.
/// </remarks>
internal sealed partial class PortCell(Port port, NodeIdentity identity) : PortAddress, IThreadPoolWorkItem
{
    // Nothing if everybody may send to it.
    private readonly Senders? _allowedSenders = port.AllowedSenders.Restriction;

    private PortExtension? _extension;

    // Of a port that is being made, another one stands here until then. Of the port's turn.
    private Port _port = port;

    /// <summary>The identity of the node when the port was created.</summary>
    public NodeIdentity Identity => identity;

    /// <summary>What the ports of the node live in.</summary>
    public PortHost Host => identity.Host;

    /// <summary>The user's object.</summary>
    public Port Port => _port;

    /// <summary>Whether the port is dead: what is sent to it is dropped.</summary>
    public bool IsDead => _inbox.IsClosed;

    /// <summary>The context of asynchronous handlers.</summary>
    public SynchronizationContext Context => Extension.Context;

    /// <inheritdoc/>
    public override string NodeId => identity.NodeId;

    /// <inheritdoc/>
    public override string PortName => Extension.Name ?? GiveName();

    /// <summary>The port's ID, under the identity that the node has now.</summary>
    public PortId CurrentId => new(identity.IsRetired ? CurrentAlias() : this);

    /// <summary>A cell that has a name already, and no port yet: <see cref="Occupy"/> gives it one.</summary>
    public static PortCell OfName(NodeIdentity identity, string name)
    {
        var cell = new PortCell(VacantPort.Instance, identity);
        cell.Extension.Name = name;
        return cell;
    }

    /// <summary>Whether another node may send to the port.</summary>
    public bool Admits(string peerId) => _allowedSenders is null || _allowedSenders.Include(peerId);

    /// <summary>Gives the cell its port. Of the port's turn, and before its first message.</summary>
    public void Occupy(Port port)
    {
        // In this order: whoever sees the port sees whether it has a bound.
        _room = PortRoom.Of(port.QueueBound);
        Volatile.Write(ref _port, port);
    }

    private PortExtension Extension =>
        _extension ?? Interlocked.CompareExchange(ref _extension, new PortExtension(this), null) ?? _extension;

    /// <summary>Sets a monitor on the port. If the port is dead, it fires.</summary>
    public void AddMonitor(PortMonitor monitor)
    {
        PortExtension extension = Extension;
        monitor.OnDisposed(RemoveMonitor);
        bool isAdded;
        lock (extension.Gate)
        {
            // A port that died before it had an extension has left nobody behind to close the list.
            isAdded = !IsDead && extension.Monitors.TryAdd(monitor);
        }

        if (!isAdded)
        {
            monitor.Fire(Reason.NoSuchPort(CurrentId.ToString()));
        }
    }

    /// <summary>The port is about to be registered under a well-known name: its death has to undo that.</summary>
    public void BeginRegistration()
    {
        PortExtension extension = Extension;
        lock (extension.Gate)
        {
            extension.IsRegistered = true;
        }
    }

    /// <summary>Ends the port's life. Of the port's turn.</summary>
    public void Die(Reason reason) => Die(reason, _backlog);

    private void Die(Reason reason, Message? backlog)
    {
        if (!_inbox.TryClose(out Message? rest))
        {
            return;
        }

        // Read after the inbox was closed: whoever makes one from now on sees that the port is dead.
        PortExtension? extension = Volatile.Read(ref _extension);
        IReadOnlyList<PortMonitor> monitors = extension is null ? [] : Leave(extension);
        RejectAll(extension?.TakeAllDeferred(), UnmatchedReason.PortDied);
        RejectAll(backlog, UnmatchedReason.PortDied);
        RejectAll(rest, UnmatchedReason.PortDied);
        _backlog = null;
        foreach (PortMonitor monitor in monitors)
        {
            Fire(monitor, reason);
        }

        _port.OnDied(reason);
    }

    // Gives up everything that the port is known by.
    private IReadOnlyList<PortMonitor> Leave(PortExtension extension)
    {
        extension.Suspended = null;
        lock (extension.Gate)
        {
            if (extension.Name is not null || extension.IsRegistered)
            {
                Host.Table.Remove(this, extension.Name);
            }

            return extension.Monitors.Close();
        }
    }

    // One watcher that can't be told must not keep the others from being told.
    private void Fire(PortMonitor monitor, Reason reason)
    {
        try
        {
            monitor.Fire(reason);
        }
#pragma warning disable CA1031 // Whatever it is, the rest of the port's death has to go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Telemetry.NodeLog.CallbackFailed(Host.Log, exception);
        }
    }

    private void RejectAll(Message? first, UnmatchedReason reason)
    {
        while (first is not null)
        {
            Message? next = first.Next;
            first.Next = null;
            Reject(first, reason);
            first = next;
        }
    }

    private void Reject(Message message, UnmatchedReason reason)
    {
        LeaveQueue(message, _room);
        if (message is WireBatch batch)
        {
            RejectAll(batch.Unpack(), reason);
        }
        else if (message is ControlMessage control)
        {
            control.Abandon(this);
        }
        else
        {
            Host.Drop(message, CurrentId.Address!, reason);
        }
    }

    private void RemoveMonitor(PortMonitor monitor)
    {
        PortExtension extension = Extension;
        lock (extension.Gate)
        {
            extension.Monitors.Remove(monitor);
        }
    }

    private string GiveName()
    {
        PortExtension extension = Extension;
        lock (extension.Gate)
        {
            if (extension.Name is null)
            {
                extension.Name = Host.Names.Next();
                if (!IsDead)
                {
                    Host.Table.Add(extension.Name, this);
                }
            }

            return extension.Name;
        }
    }

    private LocalAlias CurrentAlias()
    {
        PortExtension extension = Extension;
        lock (extension.Gate)
        {
            if (extension.Alias is not { Identity.IsRetired: false } alias)
            {
                extension.Alias = alias = new LocalAlias(this, Host.Identity);
            }

            return alias;
        }
    }
}
