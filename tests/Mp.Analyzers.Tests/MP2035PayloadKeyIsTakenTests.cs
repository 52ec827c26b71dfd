namespace Mp.Analyzers.Tests;

public sealed class MP2035PayloadKeyIsTakenTests
{
    [Fact]
    public Task SameKeys_AreReportedAtTheSecond() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order([Key(0)] int Id, [Key(0)] int {|MP2035:Count|});
        [Payload] class Line { [Key("Id")] public int Number; public int {|MP2035:Id|}; }
        """);

    [Fact]
    public Task DifferentKeys_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order([Key(0)] int Id, [Key(1)] int Count);
        [Payload] class Line { [Key("id")] public int Number; public int Id; }
        """);
}
