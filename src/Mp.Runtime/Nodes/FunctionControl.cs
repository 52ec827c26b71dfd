using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>A call of a function, in the turn that a node has for them. What it throws harms no other call.</summary>
/// <param name="name">The function's name.</param>
/// <param name="call">Calls it.</param>
/// <param name="request">The message, if it came over a connection: its window is left when it is served.</param>
/// <param name="log">Where what it throws is written.</param>
internal sealed class FunctionControl(string name, Action call, WireMessage? request, ILogger log) : ControlMessage
{
    public override void Run(PortCell cell)
    {
        request?.LeaveWindow();
        try
        {
            cell.RunInContext(static call => ((Action)call!)(), call);
        }
#pragma warning disable CA1031 // The function is a user's: whatever it throws must not keep others from being called.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NodeLog.FunctionFailed(log, exception, Printable.Of(name));
        }
    }
}
