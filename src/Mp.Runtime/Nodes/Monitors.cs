using Mp.Messages;
using Mp.Monitoring;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>Makes the monitors that users ask for: what is to happen when a port dies.</summary>
internal sealed class Monitors(Router router)
{
    /// <summary>A callback, in the turn of a port or in none.</summary>
    public PortMonitor Callback(PortCell? owner, Action<Reason> callback) => new((monitor, reason) =>
    {
        void Run()
        {
            if (monitor.TryBeginCallback())
            {
                callback(reason);
            }
        }

        if (owner is not null)
        {
            owner.Enqueue(new CallbackControl(Run));
        }
        else
        {
            router.Host.Scheduler.Schedule(new CallbackWorkItem(Run, router.Host.Log));
        }
    });

    /// <summary>A link: an abnormal death kills the other port as well.</summary>
    public PortMonitor Link(PortId linked) => new((monitor, reason) =>
    {
        if (monitor.TryBeginCallback() && !reason.IsNormal)
        {
            Quietly(() => Router.Tell(reason, told => router.Kil(linked, told)));
        }
    });

    /// <summary>A message to a port: these elements, then those of the reason.</summary>
    public PortMonitor Message(PortId target, object?[] elements) => new((monitor, reason) =>
    {
        if (monitor.TryBeginCallback())
        {
            Quietly(() => Router.Tell(
                reason,
                told => router.Route(target, new ArrayMessage([.. elements, .. told]))));
        }
    });

    // Fired by whoever found the port dead, who is not to blame if the target is gone or the node has ended.
    private void Quietly(Action send) => new CallbackWorkItem(send, router.Host.Log).Execute();
}
