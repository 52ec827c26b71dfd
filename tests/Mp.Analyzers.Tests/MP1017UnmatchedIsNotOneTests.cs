namespace Mp.Analyzers.Tests;

public sealed class MP1017UnmatchedIsNotOneTests
{
    [Fact]
    public Task SecondMethod_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [RcvUnmatched] void First() { }
            [RcvUnmatched] void {|MP1017:Second|}(Message message) { }
        }
        """);

    [Fact]
    public Task OneInEachClass_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Basis : Port
        {
            [RcvUnmatched] void Nobody() { }
        }

        partial class Echo : Basis
        {
            [RcvUnmatched] void Nobody(Message message) { }
        }
        """);
}
