using Mp.CompilerServices;
using Mp.Monitoring;
using Mp.Nodes;
using Mp.Ports;

namespace Mp;

/// <summary>A node: what ports live in, and what meets other nodes.</summary>
/// <remarks>Safe for concurrent calls.</remarks>
public sealed partial class Node : IAsyncDisposable
{
    private readonly PortHost _host;
    private readonly Router _router;
    private readonly Monitors _monitors;
    private readonly Calls _calls;
    private readonly Delays _delays;
    private readonly bool _serializeLocal;

    private Node(NodeOptions options)
    {
        _serializeLocal = options.SerializeLocal;
        _router = new Router(this, options, () => Unmatched);
        _host = _router.Host;
        _monitors = new Monitors(_router);
        _calls = new Calls(_router, options);
        _delays = new Delays(_router, options.TimeProvider);
        Families = new Families(this, _router.Membership);
        Groups = new PortGroups(Families);
        _ = _router.Membership.Presence.Watch(Raise);
    }

    /// <summary>
    /// Raised for every message that is dropped because nobody receives it. May be raised on any thread.
    /// </summary>
    public event Action<UnmatchedMessage>? Unmatched;

    /// <summary>The node's ID: what stands before the <c>#</c> in the IDs of its ports.</summary>
    public string Id => _host.Identity.NodeId;

    /// <summary>How other nodes name and reach this one.</summary>
    public NodeRef Ref => NodeRef.Parse(Id);

    /// <summary>
    /// The node's own port, which understands requests, as <c>time</c> and <c>relay</c>, and the names of registered
    /// functions.
    /// </summary>
    public PortId Port => new(new WrittenAddress(Id, ""));

    /// <summary>A small registry that all nodes of the network share.</summary>
    public Families Families { get; }

    /// <summary>Groups of ports that all nodes of the network know.</summary>
    public PortGroups Groups { get; }

    /// <summary>
    /// Starts a node. Without <see cref="NodeOptions.Binds"/> and <see cref="NodeOptions.Seeds"/> it serves this
    /// process alone.
    /// </summary>
    /// <exception cref="NodeConfigurationException">The options are wrong; the message names every mistake.</exception>
    /// <exception cref="IOException">An end point is in use, or not this machine's.</exception>
    /// <param name="options">How it is set up. Default: see <see cref="NodeOptions"/>.</param>
    /// <param name="prepare">
    /// Called with the node before it meets others: what it registers, and the events that it handles, are there when
    /// the first of them comes.
    /// </param>
    public static async ValueTask<Node> StartAsync(NodeOptions? options = null, Action<Node>? prepare = null)
    {
        options ??= new NodeOptions();
        options.Validate();
        var node = new Node(options);
        prepare?.Invoke(node);
        if (options.Binds.Count + options.Seeds.Count > 0)
        {
            // Nothing is left open if it fails.
            await node._router.BeginAsync(options.Binds).ConfigureAwait(false);
        }

        return node;
    }

    /// <summary>
    /// Makes the node reachable for others, at these end points, which become its ID unless
    /// <see cref="NodeOptions.NodeId"/> is given.
    /// </summary>
    /// <remarks>
    /// If the ID changes, port IDs given out before are invalid from then on; <c>Self</c> and new IDs are right.
    /// </remarks>
    /// <param name="binds">
    /// Where to listen: <c>host:port</c>, <c>[IPv6 address]:port</c>, or <c>port</c> for all addresses that the host
    /// name resolves to; port 0 means any free one. None: <c>4040</c>.
    /// </param>
    /// <exception cref="NodeConfigurationException">
    /// There is no secret, an end point can't be read, or one that other machines reach was not allowed.
    /// </exception>
    /// <exception cref="IOException">An end point is in use, or not this machine's. The node stays as it
    /// was.</exception>
    /// <exception cref="InvalidOperationException">The node is public already.</exception>
    public ValueTask BecomePublicAsync(params string[] binds) => _router.BeginAsync(binds.Length > 0 ? binds : null);

    /// <summary>
    /// Makes the node a hidden one: it listens nowhere, and is reached through another, its master, to which it keeps a
    /// connection. Its ID becomes <c>id@master</c>.
    /// </summary>
    /// <remarks>
    /// Everything to and from the node goes through the master, in order, and monitors fire when the way is lost. Port
    /// IDs given out before are invalid from then on; <c>Self</c> and new IDs are right. Completes when the master is
    /// connected.
    /// </remarks>
    /// <param name="master">The master: a public node, <c>host:port,host:port...</c>.</param>
    /// <exception cref="NodeConfigurationException">
    /// There is no secret, the master can't be dialled as it stands, or the ID would have two <c>@</c>.
    /// </exception>
    /// <exception cref="TimeoutException">
    /// The master was not reached within <see cref="NodeOptions.ConnectTimeout"/>. The node is hidden, and goes on
    /// trying.
    /// </exception>
    /// <exception cref="InvalidOperationException">The node is public or hidden already.</exception>
    public ValueTask BecomeSlaveAsync(NodeRef master) => _router.BecomeSlaveAsync(master);

    /// <summary>Creates a port: from now on, <paramref name="port"/> handles what is sent to the ID returned.</summary>
    /// <exception cref="InvalidOperationException">The object is a port already.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public PortId<TPort> CreatePort<TPort>(TPort port)
        where TPort : Port
    {
        ArgumentNullException.ThrowIfNull(port);
        _router.ThrowIfEnded();
        return new PortId<TPort>(port.Attach(this, _host.Identity).CurrentId);
    }

    /// <summary>Creates a port without a class of its own: its handlers are added by <c>port.Rcv(...)</c>.</summary>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public BarePort CreatePort()
    {
        var port = new BarePort();
        _ = CreatePort(port);
        return port;
    }

    /// <summary>Creates a port without a class of its own, whose queue has a bound.</summary>
    /// <remarks>What a bound means: <see cref="PortAttribute"/>.</remarks>
    /// <param name="capacity">How many messages may wait: at least 1.</param>
    /// <param name="overflow">What becomes of a message that can't wait when the queue is full.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public BarePort CreatePort(int capacity, PortOverflow overflow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var port = new BarePort { Bound = new QueueBound(capacity, overflow) };
        _ = CreatePort(port);
        return port;
    }

    /// <summary>Creates a port without a class of its own, which not all nodes may send to.</summary>
    /// <remarks>What that means: <see cref="Port.AllowedSenders"/>.</remarks>
    /// <param name="allowedSenders">Who may.</param>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public BarePort CreatePort(Senders allowedSenders)
    {
        ArgumentNullException.ThrowIfNull(allowedSenders);
        var port = new BarePort { Allowed = allowedSenders };
        _ = CreatePort(port);
        return port;
    }

    /// <summary>Registers a port of this node under a well-known name, by which other nodes find it.</summary>
    /// <remarks>
    /// Replaces whatever had the name. A port has one such name; registering it again moves it. Besides <c>wkp</c>,
    /// <c>node#name</c> reaches the port as well.
    /// </remarks>
    /// <exception cref="ArgumentException">The name is empty, has a <c>#</c>, or can't stand in a port ID.</exception>
    /// <exception cref="InvalidPortIdException">The port is not of this node, or dead.</exception>
    public void Register(string name, PortId port) => _router.Register(name, port);

    /// <summary>The port of this node that is registered under a name, or <see langword="null"/>.</summary>
    public PortId? Lookup(string name) =>
        _host.Table.TryFindWellKnown(name, out PortCell? cell) ? cell.CurrentId : null;

    /// <summary>Kills a port, here or on another node.</summary>
    /// <remarks>
    /// The port dies after it has handled what was sent to it before, asynchronously. A port that is dead already is no
    /// error.
    /// </remarks>
    /// <param name="port">The port.</param>
    /// <param name="reason">Why; none is a normal death, which does not kill linked ports.</param>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    public void Kil(PortId port, params ReadOnlySpan<object?> reason) => _router.Kil(port, new Reason(reason));

    /// <summary>Asks to be told when a port dies, or when its node is lost.</summary>
    /// <remarks>
    /// It fires once, asynchronously, never inside this call: also when the port does not exist
    /// (<c>no_such_port</c>) or its node can't be reached (<c>transport_error</c>).
    /// </remarks>
    /// <param name="port">The port to watch, here or on another node; a node's own port watches the link to the
    /// node.</param>
    /// <param name="callback">Called once, with the reason, on a thread of the scheduler.</param>
    /// <returns>Withdraws the wish when disposed.</returns>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    public IDisposable Mon(PortId port, Action<Reason> callback) => MonFrom(null, port, callback);

    /// <summary>
    /// Links one port to another: when <paramref name="port"/> dies other than normally, so does the other.
    /// </summary>
    /// <inheritdoc cref="Mon(PortId, Action{Reason})" path="/returns"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="port">The port to watch.</param>
    /// <param name="linked">The port to kill, with the same reason.</param>
    public IDisposable Mon(PortId port, PortId linked) => _router.Mon(port, _monitors.Link(linked));

    /// <summary>Has a message sent when a port dies: the given elements, and after them those of the reason.</summary>
    /// <inheritdoc cref="Mon(PortId, Action{Reason})" path="/returns"/>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    /// <param name="port">The port to watch.</param>
    /// <param name="target">The port to send the message to.</param>
    /// <param name="message">The first elements of the message.</param>
    public IDisposable Mon(PortId port, PortId target, params ReadOnlySpan<object?> message) =>
        _router.Mon(port, _monitors.Message(target, message.ToArray()));

    /// <summary>
    /// Ends the node: what waits for other nodes is sent, for <see cref="NodeOptions.ShutdownTimeout"/> at the most,
    /// and links are closed. Nothing can be sent from or to the node any more, and calls that wait for an answer fail.
    /// </summary>
    /// <remarks>
    /// Ports finish what they have received. Monitors of this node's own ports do not fire; other nodes' monitors of
    /// them do, as the links are lost. May be repeated.
    /// </remarks>
    public ValueTask DisposeAsync()
    {
        _calls.End();
        _delays.End();
        return _router.DisposeAsync();
    }

    /// <summary>A monitor whose callback runs in a port's turn, or in none.</summary>
    internal PortMonitor MonFrom(PortCell? owner, PortId port, Action<Reason> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _router.Mon(port, _monitors.Callback(owner, callback));
    }

    // The short way: a live ID of this node, and nothing else to do than to put the message into the queue.
    private void Deliver(PortId to, Message message)
    {
        if (to.Address is PortCell cell && cell.Identity == _host.Identity && !_serializeLocal)
        {
            cell.Enqueue(message);
        }
        else
        {
            _router.Route(to, message);
        }
    }
}
