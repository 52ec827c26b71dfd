namespace Mp.Benchmarks.Quiet;

/// <summary>Runs a workload as often as is asked for, and once more for each time that others used the machine.</summary>
/// <param name="read">What the machine shows; <see langword="null"/> where that is not known: nothing is repeated.</param>
/// <param name="processors">How many processors the machine has.</param>
internal sealed class QuietRuns(Func<MachineReading?> read, int processors)
{
    /// <summary>The part of the machine that others may have during a run.</summary>
    public const double MaxOthers = 0.1;

    /// <summary>How many times as many runs there are at most.</summary>
    public const int MaxTimes = 3;

    /// <summary>Those of this machine.</summary>
    public static QuietRuns Of(Arguments arguments) =>
        new(arguments.IsGuarded ? ThisMachine.Read : static () => null, Environment.ProcessorCount);

    /// <summary>
    /// Runs it, after the runs to warm up, and keeps as many results as are asked for: the undisturbed ones, and those
    /// that were disturbed least if there are too few.
    /// </summary>
    public async Task<RunSet<T>> CollectAsync<T>(Arguments arguments, Func<Task<T>> run)
    {
        for (int index = 0; index < arguments.WarmUps; index++)
        {
            await run();
        }

        List<(T Result, double? Others)> done = [];
        while (done.Count(IsQuiet) < arguments.Runs && done.Count < MaxTimes * arguments.Runs)
        {
            MachineReading? before = read();
            T result = await run();
            MachineReading? after = read();
            done.Add((result, before is { } earlier ? after?.OthersSince(earlier, processors) : null));
        }

        (T Result, double? Others)[] kept =
            [.. done.OrderBy(static it => IsQuiet(it) ? 0 : it.Others).Take(arguments.Runs)];
        return new RunSet<T>(
            [.. kept.Select(static it => it.Result)],
            Repeated: done.Count - kept.Length,
            Disturbed: kept.All(static it => it.Others is not null) ? kept.Count(static it => !IsQuiet(it)) : null);

        static bool IsQuiet((T Result, double? Others) run) => run.Others is null or <= MaxOthers;
    }
}
