namespace Mp.Analyzers.Tests;

public sealed class MP1041SpawnHasNoConstructorTests
{
    [Theory]
    [InlineData("public A() { } public A(int x) { }")]
    [InlineData("private A() { }")]
    [InlineData("protected A(int x) { }")]
    [InlineData("public required int X { get; init; }")]
    public Task ClassWithoutOneConstructor_IsReported(string members) => AnalyzerHarness.VerifyAsync(
        $$"""[Spawn("a")] class {|MP1041:A|} : Port { {{members}} }""");

    [Theory]
    [InlineData("")]
    [InlineData("internal A(int x) { } private A(string x) { }")]
    [InlineData("static A() { } public A(PortId a, List<int> b, string? c = null, params object?[] rest) { }")]
    [InlineData("public A(in int x, ref readonly int y, Message message) { }")]
    [InlineData("""
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A(int x) => X = x;
        public required int X { get; init; }
        """)]
    public Task ClassWithOneConstructor_IsFine(string members) => AnalyzerHarness.VerifyAsync(
        $$"""[Spawn("a")] class A : Port { {{members}} }""");

    [Theory]
    [InlineData("Action {|MP1012:x|}")]
    [InlineData("ref int {|MP1011:x|}")]
    [InlineData("out int {|MP1011:x|}")]
    [InlineData("Message a, Message {|MP1015:b|}")]
    [InlineData("params int[] {|MP1016:rest|}")]
    [InlineData("Placed {|MP2028:x|}")]
    public Task ParameterThatCannotTravel_IsReportedAsThatOfAHandler(string parameter) =>
        AnalyzerHarness.VerifyAsync($$"""
            [Message("placed")] public partial record Placed(int X);

            [Spawn("a")] public class A : Port { public A({{parameter}}) => throw new Exception(); }
            """);
}
