namespace Mp.Benchmarks.Quiet;

/// <summary>What a machine's clock and its processors showed at one moment.</summary>
/// <param name="Wall">A clock.</param>
/// <param name="Busy">Processor time that was used so far, all processors together.</param>
/// <param name="Own">That of it which the benchmarks used: this process, and those that it started.</param>
internal readonly record struct MachineReading(TimeSpan Wall, TimeSpan Busy, TimeSpan Own)
{
    /// <summary>How much of the machine others had since an earlier reading: 0 nothing, 1 all of it.</summary>
    public double OthersSince(MachineReading earlier, int processors)
    {
        TimeSpan all = (Wall - earlier.Wall) * processors;
        TimeSpan others = Busy - earlier.Busy - (Own - earlier.Own);
        return all > TimeSpan.Zero ? Math.Clamp(others / all, 0, 1) : 0;
    }
}
