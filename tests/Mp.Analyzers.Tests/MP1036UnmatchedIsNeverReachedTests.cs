namespace Mp.Analyzers.Tests;

public sealed class MP1036UnmatchedIsNeverReachedTests
{
    [Fact]
    public Task UnmatchedBesideAHandlerOfEverything_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv] void Trace(Message message) { }
            [RcvUnmatched] void {|MP1036:Nobody|}() { }
        }

        partial class Derived : Echo
        {
            [RcvUnmatched] void {|MP1036:Nobody|}() { }
        }
        """);

    [Fact]
    public Task UnmatchedThatIsReached_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Once : Port
        {
            [Rcv] bool First(Message message) => true;
            [RcvUnmatched] void Nobody() { }
        }

        partial class Some : Port
        {
            [Rcv] void Trace(string tag) { }
            [RcvUnmatched] void Nobody() { }
        }

        partial class Basis : Port { [RcvUnmatched] void Nobody() { } }
        partial class Derived : Basis { [Rcv] void Trace() { } }
        """);
}
