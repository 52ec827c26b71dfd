using Mp.CompilerServices;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>A port is to be made, in its own first turn: so nobody waits for its constructor.</summary>
/// <param name="node">The node that it will live in.</param>
/// <param name="create">Makes it, or says why not, and returns nothing then.</param>
/// <param name="request">The request, if it came over a connection: its window is left when it is served.</param>
internal sealed class SpawnControl(Node node, Func<PortCell, Port?> create, WireMessage? request) : ControlMessage
{
    public override void Run(PortCell cell)
    {
        request?.LeaveWindow();
        Port? port = null;
        cell.RunInContext(_ => port = create(cell), null);
        if (port is null)
        {
            // What came for it meanwhile, and whoever monitors it, learns that there is no such port.
            cell.Die(Reason.NoSuchPort(cell.CurrentId.ToString()));
            return;
        }

        port.Attach(node, cell);
        cell.RunInContext(static port => ((Port)port!).OnSpawned(), port);
    }

    public override void Abandon(PortCell cell) => request?.LeaveWindow();
}
