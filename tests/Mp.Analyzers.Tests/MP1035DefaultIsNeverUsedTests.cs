using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP1035DefaultIsNeverUsedTests
{
    [Fact]
    public Task DefaultOfAnElementThatMustBeThere_IsReported() => AnalyzerHarness.VerifyAsync("""
        using System.Runtime.InteropServices;

        partial class Echo : Port
        {
            [Rcv("a", Any)] void A(Message message, int {|MP1035:x|} = 5, int y = 6) { }
            [Rcv("b", Any), Rcv("c", 1, Any)] void B(int {|MP1035:x|} = 5) { }
            [Rcv("d")] void D([Optional, DefaultParameterValue(5)] int {|MP1035:x|}, int y) { }
        }
        """);

    [Fact]
    public Task DefaultOfAnElementThatMayBeMissing_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(int x = 5, params object?[] rest) { }
            [Rcv("b", Any), Rcv("c")] void B(int x = 5) { }
            [Rcv("d", Any)] void D(int x, int y = 5) { }
        }
        """);

    // A record may have more members than a parameter, or none.
    [Fact]
    public Task DefaultsBesideAMessageRecord_AreTold() => AnalyzerHarness.VerifyAsync("""
        using System.Runtime.InteropServices;

        [Message("stop")] partial record Stop();

        [Message("a")] partial record A(int X, int Y = 5);

        partial class Echo : Port
        {
            [Rcv] void One(Stop stop, int x = 5) { }
            [Rcv] void Two(A a, [Optional, DefaultParameterValue(5)] int {|MP1035:x|}, int y) { }
            [Rcv] void Three(Message all, Stop stop, [Optional, DefaultParameterValue(5)] int {|MP1035:x|}, int y) { }
        }
        """);

    [Fact]
    public Task DefaultValue_IsRemoved() => AnalyzerHarness.VerifyFixAsync(
        new RemoveDefaultValueCodeFix(),
        """
        partial class Echo : Port
        {
            [Rcv("a", Any)] void A(int {|MP1035:x|} = 5, int y = 6) { }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a", Any)] void A(int x, int y = 6) { }
        }
        """);
}
