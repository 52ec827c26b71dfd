namespace Mp.Analyzers.Tests;

public sealed class MP1016RestIsNotOfAnyTypeTests
{
    [Fact]
    public Task RestOfOneType_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(params int[] {|MP1016:x|}) { }
            [Rcv("b")] void B(params object[] {|MP1016:x|}) { }
            [Rcv("c")] void C(params List<object?> {|MP1016:x|}) { }
            [Rcv("d")] void D(params Span<object?> {|MP1016:x|}) { }
        }
        """);

    [Fact]
    public Task RestOfAnything_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(int x, params object?[] y) { }
            [Rcv("b")] void B(Message message, params ReadOnlySpan<object?> y) { }
        }
        """);
}
