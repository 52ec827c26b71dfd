namespace Mp.Analyzers.Tests;

public sealed class MP1013ReturnTypeIsUnsupportedTests
{
    [Fact]
    public Task OtherResults_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] int {|MP1013:A|}() => 1;
            [Rcv("b")] Task<int> {|MP1013:B|}() => Task.FromResult(1);
            [Rcv("c")] object? {|MP1013:C|}() => null;
        }
        """);

    [Fact]
    public Task SupportedResults_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A() { }
            [Rcv("b")] bool B() => true;
            [Rcv("c")] Task C() => Task.CompletedTask;
            [Rcv("d")] Task<bool> D() => Task.FromResult(true);
            [Rcv("e")] ValueTask E() => default;
            [Rcv("f")] ValueTask<bool> F() => new(true);
        }
        """);
}
