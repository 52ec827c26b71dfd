namespace Mp.Benchmarks.Curves;

/// <summary>Measures what the figures of docs/performance.md show, and draws them.</summary>
internal static class Drawing
{
    private static readonly string[] Workloads = ["Gtags", "Cports", "Fsizes", "Flinks", "Mports", "Mlinks", "Mmonitors"];

    /// <summary>Runs the workloads, and draws what they printed; the lines are kept beside the figures.</summary>
    public static async Task MeasureAsync(string folder, Arguments arguments)
    {
        List<string> lines = [];
        Measurement.Printed += line => lines.Add(line.ToString());
        await Contract.RunAsync(arguments with { Workloads = Workloads });
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "curves.txt");
        await File.WriteAllLinesAsync(file, lines);
        await DrawAsync(file, folder);
    }

    /// <summary>Draws the figures that a file with output of this program has lines for.</summary>
    public static async Task DrawAsync(string file, string folder)
    {
        Directory.CreateDirectory(folder);
        ResultLine[] lines = [.. (await File.ReadAllLinesAsync(file)).Select(ResultLine.Parse).OfType<ResultLine>()];
        foreach (Figure figure in Figure.All)
        {
            if (figure.CurvesOf(lines) is { Count: > 0 } curves)
            {
                string path = Path.Combine(folder, figure.Name + ".svg");
                await File.WriteAllTextAsync(path, SvgFigure.Draw(figure, curves) + "\n");
                Console.WriteLine(path);
            }
        }
    }
}
