using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Mp.Benchmarks.Curves;

/// <summary>Draws a figure. Both axes are logarithmic, and the ground is white, so that it is read in the dark as well.</summary>
internal static class SvgFigure
{
    private const int Width = 760;
    private const int Height = 420;

    private static readonly OxyColor GridColor = OxyColor.FromRgb(220, 220, 220);

    // Of Okabe and Ito: they are told apart by those who see few colours, too.
    private static readonly OxyColor[] Colors =
    [
        OxyColor.FromRgb(0, 114, 178),
        OxyColor.FromRgb(213, 94, 0),
        OxyColor.FromRgb(0, 158, 115),
        OxyColor.FromRgb(204, 121, 167),
        OxyColor.FromRgb(86, 180, 233),
    ];

    /// <summary>The text of an SVG file.</summary>
    public static string Draw(Figure figure, IReadOnlyList<Curve> curves)
    {
        var plot = new PlotModel
        {
            Title = figure.Title,
            TitleFontSize = 15,
            DefaultFont = "sans-serif",
            Background = OxyColors.White,
            IsLegendVisible = curves.Count > 1,
            Padding = new OxyThickness(16),
        };
        plot.Axes.Add(CreateAxis(AxisPosition.Bottom, figure.Across));
        plot.Axes.Add(CreateUpwards(figure.Up, [.. curves.SelectMany(static it => it.Points).Select(static it => it.Y)]));
        plot.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.RightTop,

            // Room for letters that are wider than those which the library knows.
            LegendPadding = 30,
            LegendLineSpacing = 6,
        });
        foreach ((Curve curve, int index) in curves.Select(static (curve, index) => (curve, index)))
        {
            var series = new LineSeries
            {
                Title = curve.Name,
                Color = Colors[index % Colors.Length],
                MarkerType = MarkerType.Circle,
            };
            series.Points.AddRange(curve.Points.Select(static point => new DataPoint(point.X, point.Y)));
            plot.Series.Add(series);
        }

        return new SvgExporter { Width = Width, Height = Height, UseVerticalTextAlignmentWorkaround = true }
            .ExportToString(plot);
    }

    // Whole decades: a tenth more or less is to look like one.
    private static LogarithmicAxis CreateUpwards(string title, double[] values)
    {
        LogarithmicAxis axis = CreateAxis(AxisPosition.Left, title);
        axis.Minimum = Math.Pow(10, Math.Floor(Math.Log10(values.Min())));
        axis.Maximum = Math.Pow(10, Math.Ceiling(Math.Log10(values.Max())));
        return axis;
    }

    private static LogarithmicAxis CreateAxis(AxisPosition position, string title) => new()
    {
        Position = position,
        Title = title,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = GridColor,
        MinorTickSize = 0,
        MinimumPadding = 0.05,
        MaximumPadding = 0.05,
        AxisTitleDistance = 20,
        LabelFormatter = Label,
    };

    // The places of ticks are not exact.
    private static string Label(double value) => value switch
    {
        >= 0.999e9 => Scaled(value / 1e9, " G"),
        >= 0.999e6 => Scaled(value / 1e6, " M"),
        >= 0.999e3 => Scaled(value / 1e3, " k"),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static string Scaled(double value, string suffix) =>
        value.ToString("0.##", CultureInfo.InvariantCulture) + suffix;
}
