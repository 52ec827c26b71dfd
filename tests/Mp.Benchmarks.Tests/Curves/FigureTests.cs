using Mp.Benchmarks.Curves;

namespace Mp.Benchmarks.Tests.Curves;

public sealed class FigureTests
{
    private static readonly Figure Bytes = Figure.All.Single(static it => it.Name == "message-bytes");

    [Fact]
    public void Curves_AreThePeers_FromLeftToRight()
    {
        ResultLine[] lines =
        [
            Line("mp", "Fsizes", "bytes=1000", 2_000),
            Line("mp", "Fsizes", "bytes=10", 300_000),
            Line("socket", "Fsizes", "bytes=10", 600_000),
            Line("mp", "F1", "default", 9_000_000),
        ];

        IReadOnlyList<Curve> curves = Bytes.CurvesOf(lines);

        Assert.Equal(["Mp", "bare sockets"], curves.Select(static it => it.Name));
        Assert.Equal([(10, 3), (1_000, 2)], curves[0].Points);
        Assert.Equal([(10, 6)], curves[1].Points);
    }

    [Fact]
    public void PointMeasuredAgain_ReplacesTheOlderOne()
    {
        IReadOnlyList<Curve> curves = Bytes.CurvesOf(
            [Line("mp", "Fsizes", "bytes=1000", 2_000), Line("mp", "Fsizes", "bytes=1000", 4_000)]);

        Assert.Equal([(1_000, 4)], curves.Single().Points);
    }

    [Fact]
    public void Drawing_HasTitleAxesLegendAndUnits_AndIsTheSameEachTime()
    {
        Curve[] curves = [new("Mp", [(1, 10), (1_000, 2_000)]), new("bare sockets", [(1, 20), (1_000, 5_000)])];

        string svg = SvgFigure.Draw(Bytes, curves);

        Assert.All(
            [Bytes.Title, Bytes.Across, Bytes.Up, "Mp", "bare sockets", "1 k"],
            text => Assert.Contains($">{text}<", svg, StringComparison.Ordinal));
        Assert.Equal(svg, SvgFigure.Draw(Bytes, curves));
    }

    private static ResultLine Line(string peer, string workload, string config, double median) =>
        new(peer, workload, config, "msg/s", median, median, median, 1, "-", "");
}
