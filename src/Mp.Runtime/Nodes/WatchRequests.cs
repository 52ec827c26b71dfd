using Mp.Links;
using Mp.Monitoring;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>
/// What peers ask of a node, and tell it, to watch ports: <c>mon1</c>, <c>mon0</c>, <c>kil0</c>, <c>kil2</c>.
/// </summary>
internal sealed class WatchRequests(Router router)
{
    /// <summary>A peer wants to watch a port, of this node or of one behind it.</summary>
    public Message? Add(Link? link, Message message)
    {
        if (link is null || !message.TryGet<string>(1, out string? name))
        {
            return null;
        }

        long? registration = message.TryGet(2, out long number) ? number : null;
        Action<PortMonitor>? set = WatchOf(link, name, message, out Reason problem);
        if (set is null)
        {
            router.SendDeathOfUnknown(link, name, registration, problem);
            return null;
        }

        var watch = new PortMonitor((monitor, reason) =>
            router.SendDeath(link, name, registration, monitor, reason));
        switch (link.TryAddWatch(name, watch))
        {
            case WatchResult.Added:
                set(watch);
                break;
            case WatchResult.TooMany:
                MpMeter.CountLimit(Limit.MaxMonitorsPerLink);
                var reason = new Reason("limit_exceeded", "too many ports of the node are watched", name);
                router.SendDeathOfUnknown(link, name, registration, reason);
                break;
        }

        return null;
    }

    /// <summary>It no longer wants to.</summary>
    public static Message? Remove(Link? link, Message message)
    {
        if (link is not null && message.TryGet<string>(1, out string? name))
        {
            link.TakeWatch(name)?.Dispose();
        }

        return null;
    }

    /// <summary>A port that this node watches there has died.</summary>
    public Message? PortDied(Link? link, Message message) => Tell(link, message, null);

    /// <summary>The same in answer to a request with a number, which is there after the port's name.</summary>
    public Message? RequestedPortDied(Link? link, Message message) =>
        message.TryGet(2, out long registration) ? Tell(link, message, registration) : null;

    // What sets a monitor on the port of a name, if there may be one.
    private Action<PortMonitor>? WatchOf(Link link, string name, Message message, out Reason problem)
    {
        string nameHere = router.Relays.NameHere(link, name);
        if (router.Host.Table.TryFind(nameHere, out PortCell? cell))
        {
            bool isAdmitted = router.Admits(link, cell, message);
            problem = isAdmitted
                ? Reason.Normal
                : new Reason("refused", "the port does not take what your node sends", name);
            return isAdmitted ? cell.AddMonitor : null;
        }

        problem = Reason.NoSuchPort($"{router.Host.Identity.NodeId}#{nameHere}");
        return router.Relays.TryReadElsewhere(link, name, out PortId elsewhere)
            ? watch => WatchElsewhere(elsewhere, watch)
            : null;
    }

    private void WatchElsewhere(PortId port, PortMonitor watch)
    {
        try
        {
            router.Mon(port, watch);
        }
        catch (MpException exception)
        {
            watch.Fire(new Reason("transport_error", port.NodeId, exception.Message));
        }
    }

    private Message? Tell(Link? link, Message message, long? registration)
    {
        // The empty name is the link itself, which only its end can tell of.
        if (link is not null && message.TryGet<string>(1, out string? name) && name.Length > 0)
        {
            Reason reason = router.ReasonLimit.Read(message, registration is null ? 2 : 3);
            router.FireAll(link.TakeMonitors(name, registration), reason);
        }

        return null;
    }
}
