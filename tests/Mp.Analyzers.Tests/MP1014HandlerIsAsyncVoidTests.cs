using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP1014HandlerIsAsyncVoidTests
{
    [Fact]
    public Task AsyncVoid_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] async void {|MP1014:A|}() => await Task.Yield();
        }
        """);

    [Fact]
    public Task AsyncValueTask_AndAsyncVoidThatIsNoHandler_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] async ValueTask A() => await Task.Yield();
            async void B() => await Task.Yield();
        }
        """);

    [Fact]
    public Task Handler_ReturnsValueTask() => AnalyzerHarness.VerifyFixAsync(
        new ReturnValueTaskCodeFix(),
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            private async void {|MP1014:A|}() => await Task.Yield();
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            private async ValueTask A() => await Task.Yield();
        }
        """);
}
