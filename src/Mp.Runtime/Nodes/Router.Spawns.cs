using Mp.Messages;

namespace Mp.Nodes;

/// <content>Ports and functions that are asked for by a name.</content>
internal sealed partial class Router
{
    /// <inheritdoc cref="Node.Spawn(PortId, string, ReadOnlySpan{object?})"/>
    public PortId Spawn(PortId at, string name, ReadOnlySpan<object?> arguments)
    {
        RegisteredName.ThrowIfUnusable(name);
        PortId owner = at.Address is null || at.PortName.Length == 0
            ? at
            : new PortId(new WrittenAddress(at.NodeId, ""));
        string portName = Host.Names.Next();
        var request = new ArrayMessage([Spawner.Request, portName, name, .. arguments]);
        if (Resolve(owner) is (null, { } link))
        {
            Send(link, Relays.NameAt(link, owner), request);
        }
        else
        {
            DeliverByName(null, "", request);
        }

        return new PortId(new WrittenAddress(owner.NodeId, portName));
    }

    /// <inheritdoc cref="Node.RegisterSpawn"/>
    public void RegisterSpawn(string name, Func<SpawnRequest, Port?> factory) => _spawner.Register(name, factory);

    /// <inheritdoc cref="Node.RegisterFunction"/>
    public void RegisterFunction(string name, Action<FunctionCall> function) => _requests.Register(name, function);
}
