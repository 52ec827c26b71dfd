namespace Mp.Analyzers.Tests;

public sealed class MP1040SpawnIsNotAPortTests
{
    [Theory]
    [InlineData("[Spawn(\"a\")] class {|MP1040:A|} { }")]
    [InlineData("[Spawn(\"a\")] static class {|MP1040:A|} { }")]
    [InlineData("[Spawn(\"a\")] abstract class {|MP1040:A|} : Port { }")]
    [InlineData("[Spawn(\"a\")] class {|MP1040:A|}<T> : Port { }")]
    [InlineData("class Outer<T> { [Spawn(\"a\")] internal class {|MP1040:A|} : Port { } }")]
    [InlineData("class Outer { [Spawn(\"a\")] private class {|MP1040:A|} : Port { } }")]
    [InlineData("[Spawn(\"a\")] file class {|MP1040:A|} : Port { }")]
    public Task ClassThatCannotBeMade_IsReported(string source) => AnalyzerHarness.VerifyAsync(source);

    [Theory]
    [InlineData("[Spawn(\"a\")] class A : Port { }")]
    [InlineData("[Spawn(\"a\")] sealed partial class A(int x) : Port { [Rcv(\"b\")] int _x = x; }", false)]
    [InlineData("public class Outer { [Spawn(\"a\")] protected internal class A : Port { } }")]
    [InlineData("abstract class B : Port { } [Spawn(\"a\")] class A : B { }")]
    [InlineData("class A : Port { }")]
    [InlineData("[Spawn(\"a\")] class A : Unknown { }", false)]
    public Task PortThatCanBeMade_IsFine(string source, bool compiles = true) =>
        AnalyzerHarness.VerifyAsync(source, compiles);
}
