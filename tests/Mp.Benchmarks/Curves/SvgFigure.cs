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
        };
        plot.Axes.Add(CreateAxis(AxisPosition.Bottom, figure.Across));
        plot.Axes.Add(CreateAxis(AxisPosition.Left, figure.Up));
        plot.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.BottomCenter,
            LegendOrientation = LegendOrientation.Horizontal,
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

    private static LogarithmicAxis CreateAxis(AxisPosition position, string title) => new()
    {
        Position = position,
        Title = title,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = GridColor,
        MinorTickSize = 0,
        MinimumPadding = 0.05,
        MaximumPadding = 0.05,
        AxisTitleDistance = 12,
        LabelFormatter = Label,
    };

    private static string Label(double value) => value switch
    {
        >= 1e9 => Scaled(value / 1e9, " G"),
        >= 1e6 => Scaled(value / 1e6, " M"),
        >= 1e3 => Scaled(value / 1e3, " k"),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static string Scaled(double value, string suffix) =>
        value.ToString("0.##", CultureInfo.InvariantCulture) + suffix;
}
