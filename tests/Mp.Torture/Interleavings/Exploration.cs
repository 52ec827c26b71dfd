using System.Collections.Concurrent;

namespace Mp.Torture.Interleavings;

/// <summary>Plays a story in every order that there is, to a depth, on all cores.</summary>
/// <param name="create">Makes the story anew.</param>
/// <param name="depth">How many decisions there are in an order.</param>
internal sealed class Exploration(Func<Story> create, int depth)
{
    // So many decisions are dealt out to the threads; each takes all orders that begin so.
    private const int SharedDepth = 5;

    private readonly ConcurrentQueue<string> _findings = new();
    private long _count;

    /// <summary>How many orders there were.</summary>
    public long Count => _count;

    /// <summary>What did not hold, and in which order; a few are enough.</summary>
    public IReadOnlyCollection<string> Findings => _findings;

    /// <summary>Plays it in all orders.</summary>
    public void Run()
    {
        var prefixes = new ConcurrentQueue<IReadOnlyList<int>>(Prefixes());
        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        void Work()
        {
            while (_findings.IsEmpty && prefixes.TryDequeue(out IReadOnlyList<int>? prefix))
            {
                for (IReadOnlyList<int>? next = prefix; next is not null && _findings.IsEmpty;)
                {
                    next = Play(depth, next).Next(prefix);
                    Interlocked.Increment(ref _count);
                }
            }
        }
    }

    /// <summary>Plays it in one order.</summary>
    public Schedule Play(int most, IReadOnlyList<int> told)
    {
        var schedule = new Schedule(most, told);
        foreach (string broken in Broken(schedule))
        {
            _findings.Enqueue($"{broken} (--order {string.Join(',', schedule.Decisions)})");
        }

        return schedule;
    }

    // On a thread of its own an exception would end the process, and nobody would know which order it was.
    private IEnumerable<string> Broken(Schedule schedule)
    {
        try
        {
            return create().Play(schedule);
        }
#pragma warning disable CA1031 // Whatever it is, it is what was found.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [exception.ToString()];
        }
    }

    private List<IReadOnlyList<int>> Prefixes()
    {
        List<IReadOnlyList<int>> prefixes = [];
        for (IReadOnlyList<int>? next = []; next is not null && _findings.IsEmpty;)
        {
            Schedule schedule = Play(Math.Min(SharedDepth, depth), next);
            prefixes.Add(schedule.Decisions);
            next = schedule.Next([]);
        }

        return prefixes;
    }
}
