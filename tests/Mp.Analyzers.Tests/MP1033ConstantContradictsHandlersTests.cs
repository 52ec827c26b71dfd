namespace Mp.Analyzers.Tests;

public sealed class MP1033ConstantContradictsHandlersTests
{
    [Fact]
    public Task ConstantThatNoOtherHandlerTakes_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("set", {|MP1033:"low"|})] void Low() { }
            [Rcv("set", 'x', 5)] void Letter() { }
            [Rcv("set", {|MP1033:256|}), Rcv("set", 255)] void Number() { }
            [Rcv("set")] void Set(bool on) { }
            [Rcv("set", Any, 5)] void Set(byte value) { }
        }
        """);

    [Fact]
    public Task HandlerOfTheBase_IsLookedAtAsWell() => AnalyzerHarness.VerifyAsync("""
        partial class Basis : Port { [Rcv("set")] void Set(string value) { } }
        partial class Echo : Basis { [Rcv("set", {|MP1033:'x'|})] void X() { } }
        """);

    [Fact]
    public Task ConstantThatSomeHandlerTakes_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a", {|MP1033:"x"|})] void A() { }
            [Rcv("a")] void A(int value) { }
            [Rcv("set", "low")] void Low() { }
            [Rcv("set", null)] void Nothing() { }
            [Rcv("set", 3.0)] void Three() { }
            [Rcv("set")] void Set(int value) { }
            [Rcv("set")] void Set(string value) { }
            [Rcv("get", 1)] void One() { }
            [Rcv("get", "x")] void X() { }
            [Rcv("get")] void All() { }
            [Rcv("key", "x")] void Key() { }
            [Rcv("key")] void Key(object value) { }
        }
        """);
}
