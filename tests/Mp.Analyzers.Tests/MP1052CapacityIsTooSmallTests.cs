namespace Mp.Analyzers.Tests;

public sealed class MP1052CapacityIsTooSmallTests
{
    [Theory]
    [InlineData("Capacity = 0")]
    [InlineData("Capacity = -1")]
    [InlineData("Overflow = PortOverflow.Kill")]
    public Task CapacityBelowOne_IsReported(string arguments) => AnalyzerHarness.VerifyAsync($$"""
        [{|MP1052:Port({{arguments}})|}]
        partial class Echo : Port { }
        """);

    [Theory]
    [InlineData("Capacity = 1")]
    [InlineData("Capacity = int.MaxValue, Overflow = PortOverflow.Kill")]
    public Task CapacityOfOneOrMore_IsFine(string arguments) => AnalyzerHarness.VerifyAsync($$"""
        [Port({{arguments}})]
        partial class Echo : Port { }
        """);
}
