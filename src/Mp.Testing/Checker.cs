using Mp.Testing.Checking;

namespace Mp.Testing;

/// <summary>Judges histories: whether the promises of Mp held in what happened.</summary>
/// <remarks>
/// A pure function. It knows nothing of how the history came about, so it judges a simulation, real processes, and one
/// written by hand alike. It looks at what is recorded only: where nothing is monitored, nothing can be missing.
/// </remarks>
public static class Checker
{
    /// <summary>What is broken, oldest first; nothing if all holds.</summary>
    public static IReadOnlyList<Violation> Judge(IReadOnlyList<HistoryRecord> history, CheckerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new CheckerOptions();
        var index = new HistoryIndex(history);
        return
        [
            .. OrderRules.Judge(index)
                .Concat(LossRules.Judge(index))
                .Concat(MonitorRules.Judge(index))
                .Concat(ReasonRules.Judge(index))
                .Concat(TurnRules.Judge(index))
                .Concat(LastWordRules.Judge(index))
                .Concat(options.IsVirtualTime ? StaleRules.Judge(index) : [])
                .Concat(NameRules.Judge(index))
                .Concat(EpochRules.Judge(index, options))
                .Concat(LivenessRules.Judge(index, options))
                .OrderBy(static violation => violation.Time),
        ];
    }
}
