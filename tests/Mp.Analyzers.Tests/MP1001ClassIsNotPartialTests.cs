namespace Mp.Analyzers.Tests;

public sealed class MP1001ClassIsNotPartialTests
{
    [Fact]
    public Task ClassThatIsNotPartial_IsReported() => AnalyzerHarness.VerifyAsync("""
        class {|MP1001:Echo|} : Port
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task PartialClass_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing(PortId reply) { }
        }
        """);

    [Fact]
    public Task ClassWithoutHandlers_IsFine() => AnalyzerHarness.VerifyAsync("""
        class Echo : Port
        {
            void OnPing(PortId reply) { }
        }
        """);
}
