using Mp.Testing.Loops;

namespace Mp.Torture.Interleavings;

/// <summary>
/// One order of events out of all there are: what chooses for a cluster wherever more than one thing could be next.
/// </summary>
/// <remarks>
/// The first steps go as the route says, and where that ends it is made longer. From then on what came about first is
/// first. Nothing here depends on in which order steps that commute were taken: neither names, nor the numbers of
/// timers, nor what comes about later.
/// </remarks>
/// <param name="route">The way through the story.</param>
/// <param name="depth">How many steps are chosen.</param>
/// <param name="stop">How many steps are of interest: it is abandoned before the next one.</param>
internal sealed class Schedule(Route route, int depth, int stop = int.MaxValue) : Random, IStepOrder
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Dictionary<int, long> _timers = [];
    private readonly List<PlayedStep> _steps = [];
    private StepName _current = new(1, 0, -1);
    private Crossing? _crossing;
    private Machine? _machine;
    private Footprint _touched;
    private ulong _posted;
    private int _inner;
    private int _idle;
    private int _lastSeed;

    /// <summary>Whether anything is chosen now: not before the story begins.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether it was abandoned because no more steps are of interest.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>The steps that were chosen.</summary>
    public IReadOnlyList<PlayedStep> Steps => _steps;

    /// <inheritdoc/>
    public StepName NameNext()
    {
        ulong id = (_current.Id + ++_posted) * Multiplier;
        return new StepName(id ^ (id >> 29), _current.Generation + 1, _crossing is null ? -1 : _steps.Count);
    }

    /// <inheritdoc/>
    public int ChooseStep(ReadOnlySpan<ReadyStep> ready)
    {
        EndStep();
        if (IsOpen && _steps.Count == stop)
        {
            HasStopped = true;
            throw new AbandonedException();
        }

        int chosen = IsOpen && _steps.Count < depth ? IndexOf(ready, NextCrossing(ready).Way.Id) : First(ready);
        (_machine, _, _, _current) = ready[chosen];
        _posted = 0;
        return chosen;
    }

    /// <inheritdoc/>
    public void OnIdle()
    {
        EndStep();
        _idle++;
        _current = new StepName((ulong)_idle << 32, 0, -1);
        _posted = 0;
        _machine = null;
    }

    /// <inheritdoc/>
    public void Touch(Footprint things) => _touched = _touched.With(things);

    /// <inheritdoc/>
    public long NumberTimer()
    {
        if (_machine is null)
        {
            Touch(new Footprint(0, Things.Timers));
        }

        int machine = _machine is null ? 0 : _machine.Number + 1;
        long number = _timers.GetValueOrDefault(machine) + 1;
        _timers[machine] = number;
        return ((long)machine << 32) + number;
    }

    /// <summary>What is decided within a step.</summary>
    /// <inheritdoc/>
    public override int Next(int maxValue) => _crossing is null || maxValue < 2
        ? 0
        : _crossing.ChooseWithin(_inner++, maxValue, () => route.NextTold ?? 0);

    /// <inheritdoc/>
    // The seed of a process: each has another one, and every schedule the same.
    public override int Next() => ++_lastSeed;

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => maxValue - 1;

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue) => minValue;

    private static int First(ReadOnlySpan<ReadyStep> ready)
    {
        int first = 0;
        for (int at = 1; at < ready.Length; at++)
        {
            bool isFirst = ready[at].Name.CompareTo(ready[first].Name) < 0 && !IsQueued(ready, at);
            first = isFirst ? at : first;
        }

        return first;
    }

    private static int IndexOf(ReadOnlySpan<ReadyStep> ready, ulong id)
    {
        int at = 0;
        while (ready[at].Name.Id != id)
        {
            at++;
        }

        return at;
    }

    // Whether something is posted before it that it must not overtake.
    private static bool IsQueued(ReadOnlySpan<ReadyStep> ready, int step)
    {
        for (int at = 0; ready[step].Queue is not null && at < step; at++)
        {
            if (ready[at].Queue == ready[step].Queue)
            {
                return true;
            }
        }

        return false;
    }

    private Crossing NextCrossing(ReadOnlySpan<ReadyStep> ready)
    {
        if (_steps.Count == route.Crossings.Count)
        {
            List<StepName> ways = [];
            for (int at = 0; at < ready.Length; at++)
            {
                if (!IsQueued(ready, at))
                {
                    ways.Add(ready[at].Name);
                }
            }

            var crossing = new Crossing(ways, route.AsleepNext);
            if (crossing.Ways > 1 && route.NextTold is { } told)
            {
                crossing.Choose(told);
            }

            if (crossing.IsBlocked)
            {
                throw new AbandonedException();
            }

            route.Add(crossing);
        }

        _crossing = route.Crossings[_steps.Count];
        _touched = default;
        _inner = 0;
        return _crossing;
    }

    private void EndStep()
    {
        if (_crossing is { } crossing)
        {
            _crossing = null;
            crossing.End(_touched);
            string name = $"{_current.Id:X}/{crossing.Taken.Choices}";
            _steps.Add(new PlayedStep(name, _current.Cause, _idle, _touched));
            if (crossing.WasForNothing)
            {
                throw new AbandonedException();
            }
        }
    }
}
