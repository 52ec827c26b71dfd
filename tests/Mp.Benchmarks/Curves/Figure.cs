namespace Mp.Benchmarks.Curves;

/// <summary>A figure: which lines of the program's output it shows, and how.</summary>
/// <param name="Name">What its file is called, without an extension.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Across">What the horizontal axis counts.</param>
/// <param name="Up">What the vertical axis measures.</param>
/// <param name="CurveOf">The name of the curve that a line is a point of; <see langword="null"/> if of none.</param>
/// <param name="HeightOf">How high the point is, where the line's own figure is not it.</param>
internal sealed record Figure(
    string Name,
    string Title,
    string Across,
    string Up,
    Func<ResultLine, string?> CurveOf,
    Func<ResultLine, double>? HeightOf = null)
{
    private const double Million = 1e6;

    /// <summary>All figures.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("message-rates", "Messages to another process", "bytes in a message", "messages a second", BySize),
        new("message-bytes", "Bytes to another process", "bytes in a message", "MB a second", BySize,
            static line => line.Median * line.Parameter!.Value / Million),
        new("links", "Messages over many links to one node", "links", "messages a second, of all links",
            static line => line.Workload == "Flinks" ? "all links together" : null),
        new("tags", "Messages to a port with many handlers", "handlers", "nanoseconds a message",
            static line => line.Workload == "Gtags" ? "a message" : null, static line => 1e9 / line.Median),
        new("ports", "Messages to many ports in turn", "ports", "messages a second",
            static line => line.Workload == "Cports" ? "all ports together" : null),
        new("memory", "What idle things keep", "how many there are", "bytes each", static line => line.Workload switch
        {
            "Mports" => "port",
            "Mlinks.accepted" => "link, accepted",
            "Mmonitors.local" => "monitor, local",
            "Mmonitors.watching" => "monitor, watching",
            "Mmonitors.watched" => "monitor, watched",
            _ => null,
        }),
    ];

    /// <summary>The curves that these lines make; of a point that was measured twice, the later one counts.</summary>
    public IReadOnlyList<Curve> CurvesOf(IEnumerable<ResultLine> lines) =>
    [
        .. from line in lines
           where line.Parameter is not null
           let curve = CurveOf(line)
           where curve is not null
           group (X: line.Parameter!.Value, Y: HeightOf?.Invoke(line) ?? line.Median) by curve into points
           select new Curve(
               points.Key,
               [.. points.GroupBy(static it => it.X).Select(static same => same.Last()).OrderBy(static it => it.X)]),
    ];

    private static string? BySize(ResultLine line) => line switch
    {
        { Workload: "Fsizes", Peer: "mp" } => "Mp",
        { Workload: "Fsizes", Peer: "socket" } => "bare sockets",
        _ => null,
    };
}
