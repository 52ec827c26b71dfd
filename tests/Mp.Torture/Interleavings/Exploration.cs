using System.Collections.Concurrent;
using System.Numerics;

namespace Mp.Torture.Interleavings;

/// <summary>
/// Plays a story in every order that there is, to a depth, on all cores: of several that come to the same, one.
/// </summary>
/// <remarks>
/// <para>
/// Two steps commute if neither changes what the other one looks at. Each step of a node changes all of its machine;
/// beyond that, and for what happens on the network, steps say what they look at and change (<see cref="Mp.Testing.Loops.Things"/>):
/// the ends of a connection, what is on its way to each, attempts to connect, what the story sees of all nodes at
/// once. Time passes only when there is nothing left to do, and is a barrier. Which steps there are and what they are
/// called, which timer is first, and what comes after the depth, follows from what led to each of them and not from
/// the order that it was played in (<see cref="Schedule"/>).
/// </para>
/// <para>
/// When all that begins with a step was seen, the step sleeps while others are played in its place, until one comes
/// that does not commute with it: an order in which it comes before that is one that was seen, but for steps that
/// commute. These are the sleep sets of Godefroid. As steps are counted whether or not there was a choice, both
/// orders are as long, and a depth cuts neither short of the other.
/// </para>
/// <para>
/// How many orders one stands for follows from the same relation between its steps. The sum is the number of orders
/// without the reduction, which is how a test sees that none is lost.
/// </para>
/// </remarks>
/// <param name="create">Makes the story anew.</param>
/// <param name="depth">How many steps are taken in every order; what comes after them goes one way.</param>
/// <param name="isReduced">Whether of several orders that come to the same only one is played.</param>
internal sealed class Exploration(Func<Story> create, int depth, bool isReduced = true)
{
    // What comes after so many steps is dealt out to the threads.
    private const int SharedSteps = 7;

    private readonly ConcurrentQueue<string> _findings = new();
    private readonly ConcurrentQueue<Route> _routes = new();
    private readonly Dictionary<string, OrderKind> _kinds = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _count;
    private long _abandoned;
    private int _fewestDecisions = int.MaxValue;
    private BigInteger _ordersLikeThese;

    /// <summary>How many orders were played to the end.</summary>
    public long Count => _count;

    /// <summary>How many were given up on the way: what they come to was seen already.</summary>
    public long Abandoned => _abandoned;

    /// <summary>How many orders come to the same as those that were played, these included.</summary>
    public BigInteger OrdersLikeThese => _ordersLikeThese;

    /// <summary>How many decisions there were among the steps, in the order that had fewest.</summary>
    public int FewestDecisions => _fewestDecisions;

    /// <summary>What did not hold, and in which order; a few are enough.</summary>
    public IReadOnlyCollection<string> Findings => _findings;

    /// <summary>The kinds of orders, if somebody wants to know: each by an order that all of its kind come to.</summary>
    public IReadOnlyDictionary<string, OrderKind> Kinds => _kinds;

    /// <summary>Whether to keep the kinds of orders.</summary>
    public bool KeepsKinds { get; init; }

    /// <summary>Plays it in all orders.</summary>
    public void Run()
    {
        Explore(new Route([], 0, []), Math.Min(depth, SharedSteps));
        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        void Work()
        {
            while (_findings.IsEmpty && _routes.TryDequeue(out Route? route))
            {
                Explore(route, int.MaxValue);
            }
        }
    }

    /// <summary>Plays it in one order.</summary>
    public void Play(IReadOnlyList<int> told) => Play(new Route(told, 0, []), int.MaxValue);

    private void Explore(Route route, int stop)
    {
        do
        {
            Play(route, stop);
        }
        while (_findings.IsEmpty && route.MoveOn(isReduced));
    }

    private void Play(Route route, int stop)
    {
        var schedule = new Schedule(route, depth, stop);
        Story story = create();
        try
        {
            IReadOnlyList<string> broken = story.Play(schedule);
            Tally(route, schedule, KeepsKinds ? story.Outcome : null);
            foreach (string what in broken)
            {
                Find(what, route);
            }
        }
        catch (AbandonedException) when (schedule.HasStopped)
        {
            _routes.Enqueue(new Route(route.Decisions, stop, route.AsleepNext));
        }
        catch (AbandonedException)
        {
            Interlocked.Increment(ref _abandoned);
        }
#pragma warning disable CA1031 // Whatever it is, it is what was found: on a thread it would end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Find(exception.ToString(), route);
        }
    }

    private void Tally(Route route, Schedule schedule, string? outcome)
    {
        UInt128 orders = PlayedStep.OrdersLike(schedule.Steps);
        lock (_gate)
        {
            _count++;
            _ordersLikeThese += orders;
            _fewestDecisions = Math.Min(_fewestDecisions, route.Decisions.Count);
            if (outcome is not null)
            {
                string first = PlayedStep.FirstOrderLike(schedule.Steps);
                _kinds.TryAdd(first, new OrderKind { Orders = orders });
                _kinds[first].Played++;
                _kinds[first].Outcomes.Add(outcome);
            }
        }
    }

    private void Find(string what, Route route) =>
        _findings.Enqueue($"{what} (--order {string.Join(',', route.Decisions)})");
}
