using System.IO.Pipelines;

namespace Mp.Transports.Memory;

/// <summary>A network within the process: for tests, and for nodes that never leave it.</summary>
/// <remarks>
/// <para>
/// All transports of one network reach each other, by the end points that they listen on. Host names mean nothing.
/// </para>
/// <para>
/// Connections can be cut and end points made to refuse, to see what nodes make of it. Safe for concurrent calls.
/// </para>
/// </remarks>
public sealed class MemoryNetwork
{
    // Where numbering begins when any free port is asked for, as systems do.
    private const int FirstFreePort = 49152;

    // Guards all that follows. Nothing is called while it is held.
    private readonly Lock _gate = new();
    private readonly Dictionary<TransportEndPoint, MemoryListener> _listeners = [];
    private readonly HashSet<TransportEndPoint> _refusing = [];
    private readonly HashSet<MemoryConnection> _connections = [];
    private int _nextPort = FirstFreePort;

    /// <summary>A transport that is attached to this network.</summary>
    public ITransport CreateTransport() => new MemoryTransport(this);

    /// <summary>Cuts every connection there is: both ends fail, and what was under way is lost.</summary>
    public void CutAll()
    {
        MemoryConnection[] connections;
        lock (_gate)
        {
            connections = [.. _connections];
            _connections.Clear();
        }

        foreach (MemoryConnection connection in connections)
        {
            connection.Fail();
        }
    }

    /// <summary>Cuts one connection, given by either end: both ends fail, and what was under way is lost.</summary>
    /// <exception cref="ArgumentException">The connection is of another transport.</exception>
    public void Cut(ITransportConnection connection)
    {
        if (connection is not MemoryConnection end)
        {
            throw new ArgumentException("Only a connection of a memory network can be cut.", nameof(connection));
        }

        Forget(end);
        end.Fail();
        end.Peer.Fail();
    }

    /// <summary>From now on, connections to <paramref name="endPoint"/> are refused. Those there are stay.</summary>
    public void Refuse(TransportEndPoint endPoint)
    {
        lock (_gate)
        {
            _refusing.Add(endPoint);
        }
    }

    /// <summary>Ends <see cref="Refuse"/>.</summary>
    public void Admit(TransportEndPoint endPoint)
    {
        lock (_gate)
        {
            _refusing.Remove(endPoint);
        }
    }

    internal MemoryListener Listen(TransportEndPoint endPoint)
    {
        lock (_gate)
        {
            TransportEndPoint wanted = endPoint;
            while (wanted.Port == 0 && (endPoint.Port == 0 || _listeners.ContainsKey(endPoint)))
            {
                endPoint = endPoint with { Port = NextPort() };
            }

            var listener = new MemoryListener(this, endPoint);
            return _listeners.TryAdd(endPoint, listener)
                ? listener
                : throw new IOException($"Can't listen on {endPoint}: the address is in use.");
        }
    }

    internal MemoryConnection Connect(TransportEndPoint endPoint)
    {
        var there = new Pipe();
        var back = new Pipe();
        MemoryConnection near;
        MemoryConnection far;
        lock (_gate)
        {
            near = new MemoryConnection(this, endPoint, back.Reader, there.Writer);
            far = new MemoryConnection(this, new TransportEndPoint("memory", NextPort()), there.Reader, back.Writer);
            near.Peer = far;
            far.Peer = near;
            if (_refusing.Contains(endPoint)
                || !_listeners.TryGetValue(endPoint, out MemoryListener? listener)
                || !listener.TryOffer(far))
            {
                throw new IOException($"Can't connect to {endPoint}: it refuses the connection.");
            }

            _connections.Add(near);
            _connections.Add(far);
        }

        return near;
    }

    internal void Forget(MemoryConnection connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            _connections.Remove(connection.Peer);
        }
    }

    internal void Forget(MemoryListener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener.EndPoint);
        }
    }

    private int NextPort() => _nextPort == ushort.MaxValue ? _nextPort = FirstFreePort : _nextPort++;
}
