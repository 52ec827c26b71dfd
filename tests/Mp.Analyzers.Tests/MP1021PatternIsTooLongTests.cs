namespace Mp.Analyzers.Tests;

public sealed class MP1021PatternIsTooLongTests
{
    [Fact]
    public Task SeventeenElements_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv({|MP1021:1|}, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)] void A() { }
        }
        """);

    [Fact]
    public Task SixteenElements_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)] void A() { }
        }
        """);
}
