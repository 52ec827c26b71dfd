namespace Mp.Benchmarks.Tests;

public sealed class ResultLineTests
{
    private const string Line = "R\tmp\tFsizes\tbytes=1024\tmsg/s\t1500000.5\t1000000\t2000000\t5\t0.0\tMBps=1536 disturbed=0";

    [Fact]
    public void Line_IsReadAsItWasPrinted()
    {
        var line = ResultLine.Parse(Line);

        Assert.Equal(
            new ResultLine(
                "mp", "Fsizes", "bytes=1024", "msg/s", 1_500_000.5, 1e6, 2e6, 5, "0.0", "MBps=1536 disturbed=0"),
            line);
        Assert.Equal(Line, line?.ToString());
        Assert.Equal(1024, line?.Parameter);
    }

    [Fact]
    public void LineWithoutMore_EndsWithItsLastField()
    {
        var line = new ResultLine("mp", "A", "default", "msg/s", 2, 1, 3, 5, "-", "");

        Assert.Equal("R\tmp\tA\tdefault\tmsg/s\t2\t1\t3\t5\t-", line.ToString());
        Assert.Equal(line, ResultLine.Parse(line.ToString()));
        Assert.Null(line.Parameter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("READY")]
    [InlineData("R\tmp\tA")]
    public void OtherText_IsNone(string text) => Assert.Null(ResultLine.Parse(text));
}
