using System.Globalization;

namespace Mp.Torture.Chaos;

/// <summary>What a run has shown.</summary>
/// <param name="Findings">What should not be, in words.</param>
/// <param name="Faults">How often each kind of fault was made.</param>
/// <param name="Converged">How long it took until all was well after the last one.</param>
/// <param name="Counts">How many records there are of each kind.</param>
internal sealed record ChaosResult(
    IReadOnlyList<string> Findings,
    IReadOnlyDictionary<FaultKind, int> Faults,
    TimeSpan Converged,
    IReadOnlyDictionary<HistoryKind, int> Counts)
{
    /// <summary>Judges what was recorded.</summary>
    /// <param name="records">That, in order.</param>
    /// <param name="faults">How often each kind of fault was made.</param>
    /// <param name="converged">How long it took until all was well after the last one.</param>
    /// <param name="mostToConverge">How long it may take.</param>
    public static ChaosResult Of(
        IReadOnlyList<HistoryRecord> records,
        IReadOnlyDictionary<FaultKind, int> faults,
        TimeSpan converged,
        TimeSpan mostToConverge)
    {
        var options = new CheckerOptions { RecoveryBound = mostToConverge, ReturnBound = mostToConverge };
        List<string> findings =
        [
            .. Checker.Judge(records, options).Select(static violation => violation.ToString()),
            .. FalseAlarms.Of(records),
        ];
        if (converged > mostToConverge)
        {
            findings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"all was well {converged.TotalSeconds:0.0} s after the last fault, not {mostToConverge.TotalSeconds:0} s"));
        }

        return new ChaosResult(
            findings,
            faults,
            converged,
            records.CountBy(static record => record.Kind).ToDictionary());
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Faults.GetValueOrDefault(FaultKind.Kill)} kills, {Faults.GetValueOrDefault(FaultKind.Freeze)} freezes, "
        + $"{Faults.GetValueOrDefault(FaultKind.BlockOneWay)} partitions one way, "
        + $"{Faults.GetValueOrDefault(FaultKind.BlockBothWays)} both ways; {Count(HistoryKind.Send)} messages, "
        + $"{Count(HistoryKind.Deliver)} arrived, {Count(HistoryKind.Spawn)} ports spawned, "
        + $"{Count(HistoryKind.Monitor)} monitors, {Count(HistoryKind.Fire)} fired, {Count(HistoryKind.Down)} links lost; "
        + $"converged after {Converged.TotalSeconds:0.0} s; {Findings.Count} findings");

    private string Count(HistoryKind kind) => Counts.GetValueOrDefault(kind).ToString("N0", CultureInfo.InvariantCulture);
}
