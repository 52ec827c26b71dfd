namespace Mp.Analyzers.Tests;

public sealed class MP1053OverflowIsUnknownTests
{
    [Theory]
    [InlineData("-1")]
    [InlineData("3")]
    public Task OverflowWithoutAName_IsReported(string value) => AnalyzerHarness.VerifyAsync($$"""
        [{|MP1053:Port(Capacity = 1, Overflow = (PortOverflow)({{value}}))|}]
        partial class Echo : Port { }
        """);

    [Theory]
    [InlineData("Wait")]
    [InlineData("DropNewest")]
    [InlineData("Kill")]
    public Task OverflowWithAName_IsFine(string name) => AnalyzerHarness.VerifyAsync($$"""
        [Port(Capacity = 1, Overflow = PortOverflow.{{name}})]
        partial class Echo : Port { }
        """);
}
