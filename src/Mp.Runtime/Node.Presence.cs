using Mp.Ports;

namespace Mp;

/// <content>Which other nodes are up.</content>
public sealed partial class Node
{
    /// <summary>
    /// Raised when another node is up: it can be sent to, and nothing was received from it yet. Its argument is the
    /// node's ID.
    /// </summary>
    /// <remarks>
    /// This event and <see cref="NodeDown"/> are raised in order, one at a time, on a thread of the scheduler.
    /// </remarks>
    public event Action<string>? NodeUp;

    /// <summary>Raised when another node is no longer up: its ID, and why.</summary>
    public event Action<string, Reason>? NodeDown;

    /// <summary>The IDs of the nodes that this one is connected with, in order.</summary>
    public IReadOnlyCollection<string> UpNodes => _router.Membership.Presence.UpNodes;

    /// <summary>Asks to be told whenever a node comes up or goes down, from now on.</summary>
    /// <remarks>
    /// It does not connect to the node: sending something does. The reason is empty when it comes up.
    /// </remarks>
    /// <param name="node">The node.</param>
    /// <param name="callback">
    /// Called with the node, whether it is up, and why if not, in order, on a thread of the scheduler.
    /// </param>
    /// <returns>Withdraws the wish when disposed.</returns>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public IDisposable MonNode(NodeRef node, Action<NodeRef, bool, Reason> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _router.ThrowIfEnded();
        string nodeId = node.ToString();
        return _router.Membership.Presence.Watch((changed, isUp, reason) =>
        {
            if (string.Equals(changed, nodeId, StringComparison.Ordinal))
            {
                callback(node, isUp, reason);
            }
        });
    }

    private void Raise(string nodeId, bool isUp, Reason reason)
    {
        // One that throws does not keep the others from being told.
        foreach (Action<string> told in isUp ? Delegate.EnumerateInvocationList(NodeUp) : default)
        {
            new CallbackWorkItem(() => told(nodeId), _host.Log).Execute();
        }

        foreach (Action<string, Reason> told in isUp ? default : Delegate.EnumerateInvocationList(NodeDown))
        {
            new CallbackWorkItem(() => told(nodeId, reason), _host.Log).Execute();
        }
    }
}
