using System.Diagnostics;
using Mp.TestKit;

namespace Mp.Torture.Cuts;

/// <summary>Sends numbered messages to a port that it watches. When the monitor fires, it counts anew, and watches again.</summary>
internal sealed class NumberSender
{
    private readonly Lock _gate = new();
    private readonly Node _node;
    private readonly PortId _receiver;
    private readonly Func<long, long, bool> _trySend;
    private readonly List<Generation> _generations = [new(0)];

    /// <param name="node">The sender's node.</param>
    /// <param name="receiver">A <see cref="NumberReceiver"/>.</param>
    /// <param name="trySend">
    /// Sends a number of a generation with what it carries, and says whether there was room. Default: nothing is carried.
    /// </param>
    public NumberSender(Node node, PortId receiver, Func<long, long, bool>? trySend = null)
    {
        _node = node;
        _receiver = receiver;
        _trySend = trySend ?? ((generation, number) => node.TrySnd(receiver, "number", generation, number));
        node.Mon(receiver, OnFired);
    }

    /// <summary>What was sent.</summary>
    public IReadOnlyList<Generation> Generations => _generations;

    /// <summary>How often the monitor has fired.</summary>
    public long Fired
    {
        get
        {
            lock (_gate)
            {
                return _generations.Count - 1;
            }
        }
    }

    /// <summary>How many messages were sent.</summary>
    public long Sent
    {
        get
        {
            lock (_gate)
            {
                return _generations.Sum(static generation => generation.Sent);
            }
        }
    }

    /// <summary>Waits until the port answers, whatever becomes of the questions.</summary>
    public async Task ConnectAsync()
    {
        bool hasAnswered = false;
        while (!hasAnswered)
        {
            Task fired;
            lock (_gate)
            {
                fired = _generations[^1].Over.Task;
            }

            var answers = new RecordingPort();
            PortId me = _node.CreatePort(answers);
            _node.Snd(_receiver, "echo", me);
            Task<IReadOnlyList<object?[]>> answer = answers.WaitForAsync(1);
            hasAnswered = await Task.WhenAny(answer, fired) == answer;
            _node.Kil(me);
            if (hasAnswered)
            {
                // Neither an answer nor a firing, for very long, is an end of the run.
                await answer;
            }
        }
    }

    /// <summary>Sends the next message, if there is room for it.</summary>
    public bool TrySend()
    {
        lock (_gate)
        {
            Generation generation = _generations[^1];
            if (!_trySend(generation.Number, generation.Sent))
            {
                return false;
            }

            generation.Sent++;
            return true;
        }
    }

    /// <summary>Sends the next message, once there is room for it.</summary>
    public async ValueTask SendAsync()
    {
        while (!TrySend())
        {
            // Waits for room by a message that nobody counts: which number comes next may be another one by then.
            await _node.SndAsync(_receiver, "wait");
        }
    }

    /// <summary>Asks what has arrived, of a port that has nothing more to come.</summary>
    public async Task<Arrivals> AskForArrivalsAsync()
    {
        var answers = new RecordingPort();
        _node.Snd(_receiver, "report", _node.CreatePort(answers));
        object?[] report = (await answers.WaitForAsync(1))[0];
        long[] numbers = [.. ((object?[])report[1]!).Cast<long>()];
        long[] holes = [.. ((object?[])report[2]!).Cast<long>()];
        return new Arrivals(
            [.. numbers.Chunk(2).Select(static pair => (pair[0], pair[1]))],
            [.. holes.Chunk(4).Select(static hole => new Hole(hole[0], hole[1], hole[2], hole[3]))],
            [.. ((object?[])report[3]!).Cast<string>()]);
    }

    private void OnFired(Reason reason)
    {
        lock (_gate)
        {
            _generations[^1].Fired = Stopwatch.GetTimestamp();
            _generations[^1].Over.SetResult();
            _generations.Add(new Generation(_generations.Count));
            _node.Mon(_receiver, OnFired);
        }
    }
}
