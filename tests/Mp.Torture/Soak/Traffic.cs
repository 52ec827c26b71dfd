using System.Globalization;
using Mp.TestKit;
using Mp.Torture.Cuts;

namespace Mp.Torture.Soak;

/// <summary>All that one node does with another: it sends, calls, watches, spawns and kills, at a steady pace.</summary>
internal sealed class Traffic
{
    private const int SentPerTick = 10;
    private const int MostWords = 8;

    // Far more than are ever open while the peer answers, a lost connection included.
    private const int MostOpen = 512;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Node _node;
    private readonly Random _random;
    private readonly Complaints _complaints = new();
    private readonly PortId _peer;
    private readonly PortId _called;
    private readonly NumberSender[] _senders;
    private readonly LinkLosses _losses;
    private readonly MonitorRing _ring;
    private readonly Task _running;
    private long _calls;
    private long _rounds;
    private int _open;
    private volatile bool _isStopping;

    /// <summary>Begins.</summary>
    public Traffic(Node node, string peer, int seed)
    {
        _node = node;
        _random = new Random(seed);
        _peer = PortId.Parse($"{peer}#");
        PortId[] lanes = [.. Enumerable.Range(0, Lanes).Select(lane => PortId.Parse($"{peer}#{LaneName(lane)}"))];
        _called = lanes[0];
        _losses = new LinkLosses(node, _peer);
        _ring = new MonitorRing(node, _called, _complaints);
        _senders =
        [
            new NumberSender(node, lanes[0]),
            new NumberSender(node, lanes[1], (generation, number) =>
                node.TrySnd(lanes[1], "text", generation, number, Cargo.Text(number))),
            new NumberSender(node, lanes[2], (generation, number) =>
                node.TrySnd(lanes[2], "bytes", generation, number, Cargo.Bytes(number))),
            new NumberSender(node, lanes[3], (generation, number) => node.TrySnd(
                lanes[3],
                "mixed",
                generation,
                number,
                number / 8.0,
                long.IsEvenInteger(number),
                Cargo.Values(number),
                Cargo.Map(number))),
        ];
        _running = RunAsync();
    }

    /// <summary>How many kinds of numbered messages there are, each for a port of its own.</summary>
    public static int Lanes => 4;

    /// <summary>The name that the port for one kind is registered under.</summary>
    public static string LaneName(int lane) => string.Create(CultureInfo.InvariantCulture, $"lane-{lane}");

    /// <summary>How many messages of the lanes were sent so far.</summary>
    public long Sent => _senders.Sum(static sender => sender.Sent);

    /// <summary>Waits until the other node answers.</summary>
    public Task ReachAsync() => _senders[0].ConnectAsync();

    /// <summary>Ends, and waits for all that is still to be told.</summary>
    public async Task StopAsync()
    {
        _isStopping = true;
        await _running;
        for (TimeSpan waited = default; Volatile.Read(ref _open) > 0; waited += Tick)
        {
            if (waited > BoundedWait.Limit)
            {
                _complaints.Add($"{_open} calls and rounds never ended");
                break;
            }

            await Task.Delay(Tick);
        }

        _ring.End();
    }

    /// <summary>Judges all, once nothing more is sent.</summary>
    public async Task<TrafficReport> ReportAsync()
    {
        List<string> findings = [.. _complaints.Texts];
        long arrived = 0;
        foreach (NumberSender sender in _senders)
        {
            Arrivals arrivals = await sender.AskForArrivalsAsync();
            findings.AddRange(Judge.Of(sender.Generations, arrivals));
            arrived += arrivals.Generations.Sum(static generation => generation.Count);
        }

        return new TrafficReport(
            Sent,
            arrived,
            Interlocked.Read(ref _calls),
            Interlocked.Read(ref _rounds),
            _ring.Count,
            [.. _senders.Select(static sender => sender.Fired), _losses.Count],
            findings);
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Tick);
        while (!_isStopping)
        {
            foreach (NumberSender sender in _senders)
            {
                // What there is no room for now is sent in a later tick.
                for (int count = 0; count < SentPerTick && sender.TrySend(); count++)
                {
                }
            }

            _ring.Step();
            Open(CallAsync);
            Open(PlayRoundAsync);
            await timer.WaitForNextTickAsync();
        }
    }

    private void Open(Func<Task> work)
    {
        if (Interlocked.Increment(ref _open) > MostOpen)
        {
            _complaints.Add($"{MostOpen} calls and rounds had not ended");
            Interlocked.Decrement(ref _open);
            return;
        }

        _ = CloseAsync(work());
    }

    private async Task CloseAsync(Task work)
    {
        try
        {
            await work.Bounded();
        }
        catch (TimeoutException)
        {
            _complaints.Add("a call or a monitor was not told of anything for very long");
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task CallAsync()
    {
        long one = _random.Next();
        long other = -_random.NextInt64();
        try
        {
            Message answer = await _node.Cal(_called, "sum", one, other);
            if (answer is not ["sum", var sum] || Convert.ToInt64(sum, null) != one + other)
            {
                _complaints.Add($"the sum of {one} and {other} was answered by {answer}");
            }
        }
        catch (CallException exception) when (exception.Reason.Word == "transport_error")
        {
            // So it is told if the connection is cut.
        }

        Interlocked.Increment(ref _calls);
    }

    private async Task PlayRoundAsync()
    {
        var round = new Round(_peer, _random.Next(MostWords), _losses, _complaints);
        _node.Snd(_node.CreatePort(round), "begin");
        await round.Over;
        Interlocked.Increment(ref _rounds);
    }
}
