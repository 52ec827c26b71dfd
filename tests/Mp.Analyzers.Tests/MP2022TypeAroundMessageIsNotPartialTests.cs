namespace Mp.Analyzers.Tests;

public sealed class MP2022TypeAroundMessageIsNotPartialTests
{
    [Fact]
    public Task EveryTypeAroundThatIsNotPartial_IsReported() => AnalyzerHarness.VerifyAsync("""
        class {|MP2022:Shop|}
        {
            interface {|MP2022:IDesk|} { [Message("a")] partial record A(int X); }
        }
        """);

    [Fact]
    public Task PrivateRecord_InAPartialPort_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Shop : Port
        {
            [Message("a")] private partial record A(int X);

            [Rcv] void OnA(A a) => Snd(Self, a);
        }
        """);
}
