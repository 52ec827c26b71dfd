namespace Mp.Analyzers.Tests;

public sealed class MP1004ClassIsFileLocalTests
{
    [Fact]
    public Task FileLocalClass_IsReported() => AnalyzerHarness.VerifyAsync("""
        file partial class {|MP1004:Echo|} : Port
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task ClassInAFileLocalOne_IsReported() => AnalyzerHarness.VerifyAsync("""
        file static partial class Outer
        {
            partial class {|MP1004:Echo|} : Port
            {
                [Rcv("ping")] void OnPing(PortId reply) { }
            }
        }
        """);

    [Fact]
    public Task PrivateNestedClass_IsFine() => AnalyzerHarness.VerifyAsync("""
        static partial class Outer
        {
            private partial class Echo : Port
            {
                [Rcv("ping")] void OnPing(PortId reply) { }
            }
        }
        """);
}
