namespace Mp.Analyzers.Tests;

public sealed class MP1015MessageIsBoundTwiceTests
{
    [Fact]
    public Task SecondMessage_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(Message first, int x, Message {|MP1015:second|}) { }
        }
        """);

    [Fact]
    public Task OneMessage_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(int x, Message message) { }
        }
        """);
}
