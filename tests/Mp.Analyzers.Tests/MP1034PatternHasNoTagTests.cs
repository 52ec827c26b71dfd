namespace Mp.Analyzers.Tests;

public sealed class MP1034PatternHasNoTagTests
{
    [Fact]
    public Task FirstElementThatIsNoString_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv({|MP1034:Any|}, "a")] void Wild() { }
            [Rcv({|MP1034:1|})] void Number() { }
            [Rcv("b"), Rcv({|MP1034:null|})] void Null() { }
        }
        """);

    [Fact]
    public Task Contract_IsReportedWhereItIsWritten() => AnalyzerHarness.VerifyAsync("""
        interface IContract { [Rcv({|MP1034:'x'|})] void X(); }
        partial class Echo : Port, IContract { public void X() { } }
        """);

    [Fact]
    public Task TagOrNoPatternAtAll_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv({|MP1034:1|})] void Number() { }
            [Rcv("")] void Empty() { }
            [Rcv] void Trace(Message message) { }
        }
        """);
}
