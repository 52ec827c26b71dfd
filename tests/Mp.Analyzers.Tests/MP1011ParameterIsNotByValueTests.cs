namespace Mp.Analyzers.Tests;

public sealed class MP1011ParameterIsNotByValueTests
{
    [Fact]
    public Task Modifiers_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(ref int {|MP1011:x|}, out int {|MP1011:y|}) => y = 1;
            [Rcv("b")] void B(out int {|MP1011:x|}) => x = 1;
        }
        """);

    [Fact]
    public Task ValuesAndDefaults_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(in int x, ref readonly int[] y, int z = 1) { }
        }
        """);
}
