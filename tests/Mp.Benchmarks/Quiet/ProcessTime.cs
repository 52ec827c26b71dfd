using System.Globalization;

namespace Mp.Benchmarks.Quiet;

/// <summary>A process as Linux shows it: who started it, and the processor time that it has used.</summary>
/// <param name="Id">The process.</param>
/// <param name="Parent">The process that started it.</param>
/// <param name="Used">Its own time, and that of those it started which have ended.</param>
internal readonly record struct ProcessTime(int Id, int Parent, TimeSpan Used)
{
    // USER_HZ, which is the same on all machines that .NET runs on.
    private const int TicksPerSecond = 100;

    /// <summary>Reads a file <c>/proc/ID/stat</c>: see proc(5).</summary>
    public static ProcessTime Parse(string stat)
    {
        // A name may have anything in it, blanks and parentheses too.
        int name = stat.LastIndexOf(')');
        string[] fields = stat[(name + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long ticks = 0;
        foreach (string field in fields[11..15])
        {
            ticks += long.Parse(field, CultureInfo.InvariantCulture);
        }

        return new ProcessTime(
            int.Parse(stat[..stat.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture),
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            FromTicks(ticks));
    }

    /// <summary>
    /// Reads the first line of <c>/proc/stat</c>: what all processors did but wait. What the host took away is among it.
    /// </summary>
    public static TimeSpan ParseBusy(string line)
    {
        const int Idle = 3;
        const int IoWait = 4;

        // The last two, what guests had, are in the first two as well.
        const int Guest = 8;
        string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        long ticks = 0;
        for (int index = 0; index < Math.Min(fields.Length, Guest); index++)
        {
            ticks += index is Idle or IoWait ? 0 : long.Parse(fields[index], CultureInfo.InvariantCulture);
        }

        return FromTicks(ticks);
    }

    /// <summary>The time of a process, and of all that it started, directly or not.</summary>
    public static TimeSpan OfTree(int root, IReadOnlyCollection<ProcessTime> processes)
    {
        ILookup<int, ProcessTime> children = processes.ToLookup(static process => process.Parent);
        return Sum(processes.Where(process => process.Id == root));

        TimeSpan Sum(IEnumerable<ProcessTime> those) => those.Aggregate(
            TimeSpan.Zero, (sum, process) => sum + process.Used + Sum(children[process.Id]));
    }

    private static TimeSpan FromTicks(long ticks) => TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
}
