using System.Globalization;

namespace Mp.Torture.Soak;

/// <summary>What a run has shown.</summary>
/// <param name="Time">How long it was.</param>
/// <param name="Cuts">How often the connection was cut.</param>
/// <param name="Reports">What the nodes have done, and what was not as promised.</param>
/// <param name="Trends">What their processes hold.</param>
internal sealed record SoakResult(
    TimeSpan Time,
    long Cuts,
    IReadOnlyList<TrafficReport> Reports,
    IReadOnlyList<Trend> Trends)
{
    private const double MostSlope = 1;

    // Over less time, what the collector happens to hold at the end is more than a slow leak.
    private static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(60);

    /// <summary>What should not be, in words.</summary>
    public IReadOnlyList<string> Findings =>
    [
        .. Reports.SelectMany(static report => report.Findings),
        .. Reports.SelectMany(static report => report.Losses)
            .Where(losses => losses != Cuts)
            .Select(losses => $"a monitor that is set anew each time fired {losses} times in {Cuts} cuts"),
        .. Trends.Where(trend => Time >= LeastTime && trend.ResidentSlope > MostSlope)
            .Select(static trend => string.Create(
                CultureInfo.InvariantCulture,
                $"memory grows by {trend.ResidentSlope:0.0} MiB an hour")),
        .. Trends.Where(static trend => trend.HasMoreHandles).Select(static trend => $"handles grow, to {trend.Last.Handles}"),
        .. Trends.Where(static trend => trend.HasMoreThreads).Select(static trend => $"threads grow, to {trend.Last.Threads}"),
    ];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.TotalMinutes:0.0} min, {Reports.Sum(static report => report.Sent):N0} messages, "
        + $"{Reports.Sum(static report => report.Sent - report.Arrived):N0} lost, "
        + $"{Reports.Sum(static report => report.Calls):N0} calls, {Reports.Sum(static report => report.Rounds):N0} ports, "
        + $"{Reports.Sum(static report => report.Monitors):N0} monitors, {Cuts:N0} reconnects; "
        + $"memory {Text(static trend => trend.ResidentSlope, "+0.00;-0.00")} MiB/h "
        + $"(heap {Text(static trend => trend.HeapSlope, "+0.00;-0.00")}, "
        + $"not the collector's {Text(static trend => trend.OtherSlope, "+0.00;-0.00")}), "
        + $"handles {Text(static trend => trend.First.Handles)} to {Text(static trend => trend.Last.Handles)}, "
        + $"threads {Text(static trend => trend.First.Threads)} to {Text(static trend => trend.Last.Threads)}; "
        + $"{Findings.Count} findings");

    private string Text(Func<Trend, double> value, string format = "0") =>
        string.Join('/', Trends.Select(trend => value(trend).ToString(format, CultureInfo.InvariantCulture)));
}
