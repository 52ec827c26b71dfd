namespace Mp.Analyzers.Tests;

public sealed class MP1002ClassIsNotAPortTests
{
    [Fact]
    public Task ClassThatIsNoPort_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class {|MP1002:Echo|}
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task Struct_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial struct {|MP1002:Echo|}
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task RecordAndStruct_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial record {|MP1002:Echo|}
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }

        partial struct {|MP1002:Value|}
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task NeitherPartialNorAPort_IsReportedTwice() => AnalyzerHarness.VerifyAsync("""
        class {|MP1001:{|MP1002:Echo|}|}
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task ClassThatDerivesIndirectly_IsFine() => AnalyzerHarness.VerifyAsync("""
        abstract class Middle : Port { }

        partial class Echo : Middle
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);
}
