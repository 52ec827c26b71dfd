namespace Mp.Analyzers.Tests;

public sealed class MP1003ContainingTypeIsNotPartialTests
{
    [Fact]
    public Task OuterTypeThatIsNotPartial_IsReported() => AnalyzerHarness.VerifyAsync("""
        struct {|MP1003:Outer|}
        {
            partial class Echo : Port
            {
                [Rcv("ping")] void OnPing(PortId reply) { }
            }
        }
        """);

    [Fact]
    public Task EveryOuterType_IsLookedAt() => AnalyzerHarness.VerifyAsync("""
        class {|MP1003:Outer|}
        {
            partial record Middle
            {
                partial class Echo : Port
                {
                    [Rcv("ping")] void OnPing(PortId reply) { }
                }
            }
        }
        """);

    [Fact]
    public Task PartialOuterTypes_AreFine() => AnalyzerHarness.VerifyAsync("""
        static partial class Outer
        {
            partial interface IMiddle<T>
            {
                partial class Echo : Port
                {
                    [Rcv("ping")] void OnPing(PortId reply) { }
                }
            }
        }
        """);
}
