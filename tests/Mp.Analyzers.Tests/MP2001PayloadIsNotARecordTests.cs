namespace Mp.Analyzers.Tests;

public sealed class MP2001PayloadIsNotARecordTests
{
    [Fact]
    public Task ClassesAndStructs_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] class {|MP2001:Order|};

        [Payload] struct {|MP2001:Line|};
        """);

    [Fact]
    public Task Records_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order(int Id);

        [Payload] readonly record struct Line(int Id);

        class Unmarked;
        """);
}
