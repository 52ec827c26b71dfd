using Mp.Testing.Loops;
using Mp.Testing.Networks;
using Mp.Transports;

namespace Mp.Testing;

/// <summary>
/// The network of a <see cref="TestCluster"/>: all that can go wrong with a real one does when the test says so.
/// </summary>
/// <remarks>
/// Hosts are named as the cluster's nodes are. Bytes of one connection never change their order, nor do they get lost
/// while it lives: that is what TCP sees to, and what a test must not expect nodes to survive.
/// </remarks>
public sealed class FaultyNetwork
{
    // Where numbering begins for the ends that dial, and when any free port is asked for.
    private const int FirstFreePort = 49152;

    private readonly EventLoop _loop;
    private readonly ManualTimeProvider _clock;
    private readonly Dictionary<(string From, string To), NetworkPath> _paths = [];
    private readonly Dictionary<TransportEndPoint, TestListener> _listeners = [];
    private readonly HashSet<string> _refusing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _off = new(StringComparer.Ordinal);
    private readonly List<ConnectionEnd> _ends = [];
    private int _nextPort = FirstFreePort;
    private int _nextEnd;

    internal FaultyNetwork(EventLoop loop, ManualTimeProvider clock)
    {
        _loop = loop;
        _clock = clock;
    }

    /// <summary>How long bytes are under way at least, where nothing is wrong. Default: no time at all.</summary>
    /// <remarks>Counts for paths that are used, or healed, from then on.</remarks>
    public TimeSpan MinDelay { get; set; }

    /// <summary>How long bytes are under way at most, where nothing is wrong. Default: no time at all.</summary>
    public TimeSpan MaxDelay { get; set; }

    /// <summary>
    /// How long a host waits for any sign that what it sent has arrived, before it gives up the connection. Default:
    /// for ever, so that only what nodes do themselves ends it.
    /// </summary>
    public TimeSpan? UserTimeout { get; set; }

    /// <summary>
    /// After how long a host gives up an idle connection whose other end does not answer. Default: never, so that only
    /// what nodes do themselves ends it.
    /// </summary>
    public TimeSpan? KeepAlive { get; set; }

    /// <summary>How many connections there are that neither end has closed.</summary>
    public int Connections => _ends.Count(static end => !end.IsOver && !end.Peer.IsOver) / 2;

    /// <summary>How many bytes have arrived, on all connections.</summary>
    public long BytesArrived { get; private set; }

    /// <summary>How much is under way and will arrive by itself.</summary>
    internal int UnderWay { get; private set; }

    /// <summary>Called when a host has read what another one sent, with their names.</summary>
    internal Action<string, string>? Heard { get; set; }

    /// <summary>Called with everything that arrives.</summary>
    internal Action<Lane, Segment>? Arrived { get; set; }

    internal TimeSpan Now => _clock.Elapsed;

    /// <summary>The way from one host to another. Its other direction is another one.</summary>
    public NetworkPath Path(string from, string to)
    {
        if (!_paths.TryGetValue((from, to), out NetworkPath? path))
        {
            path = new NetworkPath(this, from, to);
            path.Heal();
            _paths.Add((from, to), path);
        }

        return path;
    }

    /// <summary>From now on, a host refuses connections. Those there are stay.</summary>
    public void Refuse(string host)
    {
        Change(Things.All);
        _refusing.Add(host);
    }

    /// <summary>Ends <see cref="Refuse"/>.</summary>
    public void Admit(string host)
    {
        Change(Things.All);
        _refusing.Remove(host);
    }

    /// <summary>Cuts all connections between two hosts: what was under way is lost.</summary>
    /// <param name="first">One host.</param>
    /// <param name="second">The other one.</param>
    /// <param name="notice">Who notices by itself.</param>
    public void Cut(string first, string second, CutNotice notice = CutNotice.Both)
    {
        // Which connections there are, and which there would be if an end had not been closed.
        Look(Things.Network | Things.Fates);
        foreach (ConnectionEnd end in EndsBetween(first, second).Where(end => end.IsFrom(first)))
        {
            end.Output.Kill();
            end.Input.Kill();
            Lose(end, notice is CutNotice.Both or CutNotice.First);
            Lose(end.Peer, notice is CutNotice.Both or CutNotice.Second);
        }
    }

    /// <summary>Ends whatever is wrong with any path, and lets all hosts accept connections.</summary>
    public void Heal()
    {
        Change(Things.All);
        _refusing.Clear();
        foreach (NetworkPath path in _paths.Values.ToArray())
        {
            path.Heal();
        }
    }

    /// <summary>
    /// The way onto the network for a host that is no node of the cluster: for peers that a test writes itself.
    /// </summary>
    /// <param name="host">Its name, which no node has.</param>
    public ITransport CreateTransport(string host) => CreateTransport(new Machine(host, 1, _loop, _clock));

    /// <summary>Whether there is a connection between two hosts that the first of them has not given up.</summary>
    internal bool AreConnected(string host, string other) =>
        _ends.Exists(end => end.IsFrom(host) && !end.IsOver && end.Peer.IsFrom(other));

    internal ITransport CreateTransport(Machine machine) => new TestTransport(this, machine);

    internal TestListener Listen(Machine machine, TransportEndPoint endPoint)
    {
        _loop.CheckThread();
        Change(Things.Network);
        TransportEndPoint place = endPoint with { Port = endPoint.Port == 0 ? _nextPort++ : endPoint.Port };
        if (!string.Equals(place.Host, machine.Name, StringComparison.Ordinal))
        {
            throw new IOException($"Can't listen on {endPoint}: the host is '{machine.Name}'.");
        }

        var listener = new TestListener(this, machine, place);
        return _listeners.TryAdd(place, listener)
            ? listener
            : throw new IOException($"Can't listen on {endPoint}: the address is in use.");
    }

    /// <summary>Opens a connection, as far as the host that is dialled is concerned.</summary>
    /// <returns>The end of the one who dials; nothing if the host refuses.</returns>
    internal ConnectionEnd? Connect(Machine dialler, TransportEndPoint endPoint)
    {
        Change(Things.Network);
        if (_refusing.Contains(endPoint.Host)
            || !_listeners.TryGetValue(endPoint, out TestListener? listener)
            || !listener.HasRoom)
        {
            return null;
        }

        NetworkPath there = Path(dialler.Name, endPoint.Host);
        NetworkPath back = Path(endPoint.Host, dialler.Name);
        var outward = new Lane(this, there, back);
        var inward = new Lane(this, back, there);
        var near = new ConnectionEnd(this, dialler, endPoint, inward, outward);
        var far = new ConnectionEnd(
            this,
            listener.Machine,
            new TransportEndPoint(dialler.Name, _nextPort++),
            outward,
            inward);
        (outward.Writer, outward.Reader) = (near, far);
        (inward.Writer, inward.Reader) = (far, near);
        _ends.Add(near);
        _ends.Add(far);
        listener.Offer(far);
        return near;
    }

    internal void Forget(ConnectionEnd end) => _ends.Remove(end);

    internal void Forget(TestListener listener)
    {
        Change(Things.Network);
        _listeners.Remove(listener.EndPoint);
    }

    /// <summary>Whether a host is switched off: it answers nothing.</summary>
    internal bool IsOff(string host) => _off.Contains(host);

    /// <summary>A process is gone. Its host closes its connections, or is gone with it and says nothing.</summary>
    internal void Drop(Machine machine, bool isHostGone)
    {
        Change(Things.All);
        foreach (TestListener listener in _listeners.Values.Where(listener => listener.Machine == machine).ToArray())
        {
            _listeners.Remove(listener.EndPoint);
        }

        foreach (ConnectionEnd end in _ends.Where(end => end.Machine == machine).ToArray())
        {
            _ends.Remove(end);
            if (isHostGone)
            {
                end.Output.Kill();
                end.Input.Kill();
                Lose(end.Peer, isNoticed: false);
            }
            else
            {
                end.Output.Close(isReset: end.Input.HasArrived || Choose(2) == 1);
            }
        }

        if (isHostGone)
        {
            _off.Add(machine.Name);
        }
    }

    /// <summary>The host is there again.</summary>
    internal void SwitchOn(string host)
    {
        Change(Things.All);
        _off.Remove(host);
    }

    /// <summary>A number for one more end.</summary>
    internal int NumberEnd() => _nextEnd++;

    /// <summary>Says that the step that runs changes some of the <see cref="Things"/>.</summary>
    internal void Change(ulong things) => _loop.Change(things);

    /// <summary>Says that the step that runs looks at some of the <see cref="Things"/>.</summary>
    internal void Look(ulong things) => _loop.Look(things);

    /// <summary>A number below <paramref name="count"/>; without a seed, 0.</summary>
    internal int Choose(int count) => _loop.Random?.Next(count) ?? 0;

    /// <summary>
    /// Whether the order of steps is chosen, each alone: then several things do not happen in one step that can happen
    /// in several as well.
    /// </summary>
    internal bool IsOrdered => _loop.IsOrdered;

    /// <summary>Whether who reads what is there has it at once. Else it is as if it came right afterwards.</summary>
    internal bool ReadsAtOnce() => IsOrdered || Choose(2) == 0;

    /// <summary>How long the next piece is, of those that may have up to so many bytes.</summary>
    internal int LengthOfPiece(int? most) => most is { } limit && _loop.Random is { } random
        ? random.Next(1, limit + 1)
        : most ?? int.MaxValue;

    /// <summary>A time from a range; without a seed, the longest.</summary>
    internal TimeSpan Between(TimeSpan least, TimeSpan most) => most <= least
        ? least
        : _loop.Random is { } random ? new TimeSpan(random.NextInt64(least.Ticks, most.Ticks + 1)) : most;

    /// <summary>Does something on the loop, after a time that <see cref="UnderWay"/> covers.</summary>
    /// <param name="delay">The time.</param>
    /// <param name="action">What to do.</param>
    /// <param name="queue">Whether it must not overtake what was posted before for the same, and what that is.</param>
    internal void After(TimeSpan delay, Action action, object? queue = null)
    {
        UnderWay++;
        Action counted = () =>
        {
            UnderWay--;
            action();
        };
        Later(delay, counted, queue);
    }

    /// <summary>Does something on the loop, after a time that nothing covers.</summary>
    internal void Later(TimeSpan delay, Action action, object? queue = null)
    {
        var work = new ActionWork(action);
        if (delay <= TimeSpan.Zero)
        {
            _loop.Post(null, work, queue);
        }
        else
        {
            _clock.CreateTimer(_ => _loop.Post(null, work, queue), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Something arrives.</summary>
    internal void OnArrival(Lane lane, Segment segment)
    {
        BytesArrived += segment.Bytes.Length;
        Arrived?.Invoke(lane, segment);
    }

    /// <summary>Somebody sends on a connection that is dead. If the other host knows it is, it says so.</summary>
    internal void AnswerDead(Lane lane)
    {
        bool isKnown = lane.Reader.IsOver && !IsOff(lane.Reader.Machine.Name) && !lane.Path.IsBlocked;
        if (isKnown)
        {
            After(lane.Path.NextDelay(), lane.Writer.Resetter.Execute);
        }
        else if (UserTimeout is { } limit)
        {
            Later(limit, () => lane.Writer.Fail("The other host does not answer."));
        }
    }

    /// <summary>Gives up a connection over a blocked path, unless that is opened in time.</summary>
    internal void GiveUpUnlessOpened(ConnectionEnd end, NetworkPath path) => GiveUpUnlessOpened(end, path, UserTimeout);

    /// <summary>A path was blocked: idle connections over it are given up after a while.</summary>
    internal void WatchBlocked(NetworkPath path)
    {
        foreach (ConnectionEnd end in EndsBetween(path.From, path.To))
        {
            GiveUpUnlessOpened(end, path, KeepAlive);
        }
    }

    private void GiveUpUnlessOpened(ConnectionEnd end, NetworkPath path, TimeSpan? limit)
    {
        if (limit is { } time)
        {
            int changes = path.Changes;
            Later(time, () =>
            {
                if (path.Changes == changes)
                {
                    end.Fail("The other host does not answer.");
                }
            });
        }
    }

    private ConnectionEnd[] EndsBetween(string first, string second) =>
    [
        .. _ends.Where(end => (end.IsFrom(first) && end.Peer.IsFrom(second))
            || (end.IsFrom(second) && end.Peer.IsFrom(first))),
    ];

    private void Lose(ConnectionEnd end, bool isNoticed)
    {
        if (isNoticed)
        {
            NetworkPath path = Path(end.Peer.Machine.Name, end.Machine.Name);
            After(path.NextDelay(), () => end.Fail("The connection was lost."));
        }
        else if (KeepAlive is { } limit)
        {
            Later(limit, () => end.Fail("The other host does not answer."));
        }
    }
}
