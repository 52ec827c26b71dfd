using Mp.Testing.Loops;

namespace Mp.Torture.Interleavings;

/// <summary>A step of an order that was played.</summary>
/// <param name="Name">Which step it was, and what it decided.</param>
/// <param name="Cause">Which step posted it; -1 if none of the order did.</param>
/// <param name="Time">How often time had passed before it.</param>
/// <param name="Touched">What it touched.</param>
internal readonly record struct PlayedStep(string Name, int Cause, int Time, Footprint Touched)
{
    /// <summary>How many orders of the same steps come to the same.</summary>
    public static UInt128 OrdersLike(IReadOnlyList<PlayedStep> steps)
    {
        int[] before = Before(steps);

        // All sets of steps that can be the first ones, from none to all, each with the number of its orders.
        Dictionary<int, UInt128> counts = new() { [0] = 1 };
        for (int done = 0; done < steps.Count; done++)
        {
            Dictionary<int, UInt128> next = [];
            foreach ((int set, UInt128 count) in counts)
            {
                for (int at = 0; at < steps.Count; at++)
                {
                    if ((set & (1 << at)) == 0 && (before[at] & ~set) == 0)
                    {
                        next[set | (1 << at)] = next.GetValueOrDefault(set | (1 << at)) + count;
                    }
                }
            }

            counts = next;
        }

        return counts.Values.Single();
    }

    /// <summary>The steps in that of all orders that come to the same whose names are first.</summary>
    public static string FirstOrderLike(IReadOnlyList<PlayedStep> steps)
    {
        int[] before = Before(steps);
        List<string> names = [];
        for (int done = 0; names.Count < steps.Count;)
        {
            int next = Enumerable.Range(0, steps.Count)
                .Where(at => (done & (1 << at)) == 0 && (before[at] & ~done) == 0)
                .MinBy(at => steps[at].Name, StringComparer.Ordinal);
            names.Add(steps[next].Name);
            done |= 1 << next;
        }

        return string.Join(' ', names);
    }

    // Which steps have to come before each, as bits.
    private static int[] Before(IReadOnlyList<PlayedStep> steps)
    {
        int[] before = new int[steps.Count];
        for (int at = 0; at < steps.Count; at++)
        {
            for (int earlier = 0; earlier < at; earlier++)
            {
                before[at] |= steps[at].MustFollow(earlier, steps[earlier]) ? 1 << earlier : 0;
            }
        }

        return before;
    }

    private bool MustFollow(int at, PlayedStep other) =>
        Cause == at || Time != other.Time || !Touched.CommutesWith(other.Touched);
}
