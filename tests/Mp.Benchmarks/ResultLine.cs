using System.Globalization;

namespace Mp.Benchmarks;

/// <summary>A line of figures, as the program prints it: fields between tabs.</summary>
/// <param name="Peer">What was measured: <c>mp</c>, or what is beside it.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Config">Which of its kind: <c>default</c>, or <c>name=number</c>.</param>
/// <param name="Unit">The unit of the three figures.</param>
/// <param name="Median">The figure in the middle.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The largest.</param>
/// <param name="Runs">How many figures there were.</param>
/// <param name="Allocated">Bytes allocated for each operation, or <c>-</c>.</param>
/// <param name="Extra"><c>key=value</c>, any number of them.</param>
internal sealed record ResultLine(
    string Peer,
    string Workload,
    string Config,
    string Unit,
    double Median,
    double Min,
    double Max,
    int Runs,
    string Allocated,
    string Extra)
{
    private const string Mark = "R";

    /// <summary>The number in <see cref="Config"/>, if there is one.</summary>
    public double? Parameter => double.TryParse(Config[(Config.IndexOf('=', StringComparison.Ordinal) + 1)..],
        NumberStyles.Float, CultureInfo.InvariantCulture, out double parameter) ? parameter : null;

    /// <summary>Reads a line that was printed; <see langword="null"/> if it is something else.</summary>
    public static ResultLine? Parse(string line) => line.Split('\t') switch
    {
        [Mark, { } peer, { } workload, { } config, { } unit, { } median, { } min, { } max, { } runs, { } allocated,
            .. string[] extra] => new ResultLine(
            peer,
            workload,
            config,
            unit,
            Number(median),
            Number(min),
            Number(max),
            int.Parse(runs, CultureInfo.InvariantCulture),
            allocated,
            string.Join('\t', extra)),
        _ => null,
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mark}\t{Peer}\t{Workload}\t{Config}\t{Unit}\t{Median:0.###}\t{Min:0.###}\t{Max:0.###}\t{Runs}\t{Allocated}\t{Extra}")
        .TrimEnd();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
