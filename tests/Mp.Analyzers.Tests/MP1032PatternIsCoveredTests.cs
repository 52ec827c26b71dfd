using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP1032PatternIsCoveredTests
{
    [Fact]
    public Task PatternAfterAnEqualOrWiderOne_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a"), {|MP1032:Rcv("a")|}] void Twice() { }
            [Rcv("b")]
            [{|MP1032:Rcv("b", 1)|}]
            [Rcv("c")]
            bool Narrow() => true;
        }
        """);

    [Fact]
    public Task CopyOfAContract_IsReportedInTheClass() => AnalyzerHarness.VerifyAsync("""
        interface IContract { [Rcv("a"), Rcv("b", 1)] void A(); }

        partial class Echo : Port, IContract
        {
            [{|MP1032:Rcv("a")|}, Rcv("b")] public void A() { }
        }
        """);

    [Fact]
    public Task PatternBeforeAWiderOne_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv(Any, 1), Rcv("a"), Rcv] void Some(object? element) { }
            [Rcv("b"), Rcv("c")] bool Once() => true;
        }
        """);

    [Fact]
    public Task OnlyPatternOfAList_IsRemovedWithIt() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            [{|MP1032:Rcv("a", 1)|}]
            void A() { }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            void A() { }
        }
        """);

    [Fact]
    public Task PatternInAList_IsRemovedFromIt() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a"), {|MP1032:Rcv("a")|}, Obsolete] void A() { }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a"), Obsolete] void A() { }
        }
        """);

    private static Task VerifyFixAsync(string source, string expected) =>
        AnalyzerHarness.VerifyFixAsync(new RemovePatternCodeFix(), source, expected);
}
