namespace Mp.Torture.Chaos;

/// <summary>
/// What one node does with another: it finds out which port is there now, watches it, sends it numbered messages, and has
/// ports spawned there, which it kills.
/// </summary>
internal sealed class Lane(Node node, PortId self, string peer, int host, RecordFile records)
{
    private const int MostAtOnce = 3;
    private const int SpawnEvery = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // What is sent and watched is recorded before; a loss between the two would be taken for one that nobody was told of.
    private readonly Lock _gate = new();
    private readonly string _self = self.ToString();
    private PortId? _target;
    private long _sent;
    private (long Number, IDisposable Guard)? _brief;
    private int _asking;

    /// <summary>The node at the other end.</summary>
    public string Peer => peer;

    /// <summary>Does the next few things.</summary>
    public void Step(Random random)
    {
        PortId? target;
        lock (_gate)
        {
            target = _target;
            if (target is { } known)
            {
                int count = random.Next(1, MostAtOnce + 1);
                for (; count > 0; count--)
                {
                    Send(known, ++_sent);
                }
            }
        }

        if (target is null)
        {
            _ = AskAsync();
        }
        else if (random.Next(SpawnEvery) == 0)
        {
            SpawnAndKill();
            WatchBriefly(target.Value);
        }
    }

    /// <summary>Whether the other node answers now.</summary>
    public async Task<bool> CanReachAsync()
    {
        try
        {
            await node.Cal(PortId.Parse($"{peer}#{ChaosPort.PortName}"), "who", timeout: Patience);
            return true;
        }
        catch (Exception exception) when (exception is CallException or TimeoutException)
        {
            return false;
        }
    }

    private async Task AskAsync()
    {
        if (Interlocked.Exchange(ref _asking, 1) == 1)
        {
            return;
        }

        try
        {
            Message answer = await node.Cal(PortId.Parse($"{peer}#{ChaosPort.PortName}"), "who", timeout: Patience);
            lock (_gate)
            {
                _target = PortId.Parse($"{answer[1]}");
                _sent = 0;
                Watch(_target.Value);
            }
        }
        catch (Exception exception) when (exception is CallException or TimeoutException)
        {
            // It is asked again.
        }
        finally
        {
            Volatile.Write(ref _asking, 0);
        }
    }

    private void Send(PortId target, long number)
    {
        records.Add(HistoryKind.Send, _self, target.ToString(), number);
        node.Snd(target, "probe", _self, number);
    }

    private void Watch(PortId target)
    {
        long number = records.NextMonitor(host);
        records.Add(HistoryKind.Monitor, "", target.ToString(), number);
        node.Mon(target, reason =>
        {
            records.Add(HistoryKind.Fire, "", target.ToString(), number, reason.ToString());
            lock (_gate)
            {
                if (reason.Word == "transport_error")
                {
                    // It may live on, at a node that is reached again later.
                    Watch(target);
                }
                else
                {
                    _target = null;
                }
            }
        });
    }

    // Withdraws the one before, and sets one.
    private void WatchBriefly(PortId target)
    {
        if (_brief is { } before)
        {
            before.Guard.Dispose();
            records.Add(HistoryKind.Unmonitor, "", "", before.Number);
        }

        long number = records.NextMonitor(host);
        records.Add(HistoryKind.Monitor, "", target.ToString(), number);
        _brief = (number, node.Mon(target, reason =>
            records.Add(HistoryKind.Fire, "", target.ToString(), number, reason.ToString())));
    }

    private void SpawnAndKill()
    {
        PortId mortal = node.Spawn($"{peer}#", ChaosMortal.SpawnName);
        string name = mortal.ToString();
        records.Add(HistoryKind.Spawn, _self, name);
        long monitor = records.NextMonitor(host);
        records.Add(HistoryKind.Monitor, "", name, monitor);
        node.Mon(mortal, reason => records.Add(HistoryKind.Fire, "", name, monitor, reason.ToString()));
        Send(mortal, 1);
        Send(mortal, 2);
        records.Add(HistoryKind.Kill, _self, name, 3);
        node.Kil(mortal, "killed", _self, 3);
    }
}
