namespace Mp.Analyzers.Tests;

public sealed class MP2037PayloadKeysAreMixedTests
{
    [Fact]
    public Task TextAmongNumbers_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order([Key(0)] int Id, [Key("count")] int {|MP2037:Count|});
        """);

    [Fact]
    public Task TextsAmongNames_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order(int Id, [Key("count")] int Count);
        """);
}
