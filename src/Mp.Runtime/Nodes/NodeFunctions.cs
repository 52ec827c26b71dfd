using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>The functions of a node that others may call by their names: those registered, and nothing else.</summary>
/// <remarks>
/// They run in a turn of their own, so that neither a connection nor whoever calls waits for one.
/// </remarks>
internal sealed class NodeFunctions(Router router, NodeOptions options, ILogger log)
{
    private readonly ConcurrentDictionary<string, Action<FunctionCall>> _byName = new(StringComparer.Ordinal);
    private readonly PortCell _turn = new(VacantPort.Instance, router.Host.Identity);

    /// <inheritdoc cref="Node.RegisterFunction"/>
    public void Register(string name, Action<FunctionCall> function)
    {
        RegisteredName.ThrowIfUnusable(name);
        ArgumentNullException.ThrowIfNull(function);
        _byName[name] = function;
    }

    /// <summary>Whether there is a function of this name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>Calls the function that a message names, soon.</summary>
    /// <returns><see langword="false"/> if there is none, or its caller may not.</returns>
    public bool TryCall(Link? link, string name, Message message)
    {
        if ((link is not null && options.RefuseRemoteFunctions)
            || !_byName.TryGetValue(name, out Action<FunctionCall>? function))
        {
            return false;
        }

        var call = new FunctionCall(link?.PeerId ?? router.Host.Identity.NodeId, message.Skip(1));
        Run(name, message, () => function(call));
        return true;
    }

    /// <summary>Does what a message asks for, in the turn of the functions.</summary>
    public void Run(string name, Message message, Action work)
    {
        var request = message as WireMessage;
        request?.EnterWindow();
        _turn.Enqueue(new FunctionControl(name, work, request, log));
    }
}
