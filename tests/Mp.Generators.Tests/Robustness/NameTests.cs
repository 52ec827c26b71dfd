using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Tests.Robustness;

/// <summary>Names and shapes that break careless generators. Each source must compile without a warning.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("partial class @class : Port { [Rcv(\"a\")] void @event(int @int) { } [Rcv] bool @async() => true; }")]
    [InlineData(
        "namespace @namespace.@if; partial class Echo : Port { [Rcv(\"a\")] void A(@record x) { } } enum"
        + " @record { }")]
    [InlineData(
        "partial class Outer<T> where T : new() { partial class Echo : Port { [Rcv(\"a\")] void A(int? x) {"
        + " } } }")]
    [InlineData(
        "partial class Echo<@in, T> : Port where T : class { [Rcv(\"a\")] void A(PortId<Echo<@in, T>> x) { }"
        + " }")]
    [InlineData("partial interface IOuter { partial class Echo : Port { [Rcv(\"a\")] void A() { } } }")]
    [InlineData("partial record struct Outer(int X) { partial class Echo : Port { [Rcv(\"a\")] void A() { } } }")]
    [InlineData("abstract partial class Echo : Port { [Rcv(\"a\")] protected abstract ValueTask A(); }")]
    [InlineData("partial class A : Port { [Rcv] void B() { } } partial class a : Port { [Rcv] void B() { } }")]
    [InlineData("partial class A : Port { private enum E { X } [Rcv] void B(E[] e, E? f, List<E> g, E h = E.X) { } }")]
    [InlineData(
        "partial class A : Port { [Rcv(\"a\"), Obsolete] void B(O o) { } } [Obsolete, Payload] record O(int"
        + " X);")]
    [InlineData("public partial class A : Port { [Rcv(\"a\")] public ValueTask<bool> B() => new(true); }")]
    [InlineData(
        "namespace X; class System { } partial class Mp : Port { [Rcv] void M(int? x, int[] y) { } }"
        + " [Payload] record O();")]
    [InlineData(
        "partial class A : Port { [Rcv] bool M(int[] x) => true; partial class B : A { [Rcv] new bool M(int[] x) => true; }"
        + " }")]
    [InlineData("[Payload] record @class(int @int, @class? Next, string value = \"\\\"\", char index = '\\'');")]
    [InlineData("namespace System.Mp; [Payload] record Wide(int a, int b) { public int count => a; }")]
    [InlineData(
        "class A { [Payload] internal record struct B(int X); } [Payload] record A_B(A.B X); [Payload]"
        + " record Z();")]
    [InlineData("[Message(\"a\")] partial record @class(int @int, string? value, int message, int reader, int reply);")]
    [InlineData("namespace @if; partial class @in { [Message(\"\\\"\\0\")] internal partial record @event(int[] @record); }")]
    [InlineData("namespace System.Mp; class Message { } [global::Mp.Message(\"a\")] partial record struct Global(int global);")]
    [InlineData("[Obsolete, Message(\"a\")] partial record A([property: Obsolete] int X, DayOfWeek Day = DayOfWeek.Friday);")]
    [InlineData(
        "[Message(\"a\")] partial record A(List<int> X); [Message(\"b\")] partial record B(List<int> X, List<long> Y) : A(X);")]
    [InlineData("[Message(\"a\")] partial record A(int X); [Message(\"a\")] partial record a(int X);")]
    [InlineData("#nullable disable\n[Message(\"a\")] partial record A(string X, byte[] Y, List<string> Z, int[][] W);")]
    [InlineData("[Message(\"a\"), Payload] public partial record A(A? X, A[] Y, double Z = double.NaN);")]
    [InlineData("[Message(\"a\")] partial record A(int X) { } partial record A { public static int MpCodec => 1; }")]
    [InlineData(
        "partial struct S { [Message(\"a\")] private readonly partial record struct A(PortId<P> To, object Any);"
        + " partial class P : Port { [Rcv] void On(in A a) => Snd(a.To, a, Self); } }")]
    [InlineData(
        "namespace @if { [Payload] record Page<T>(T X); [Payload] record @event(int X); record Holder(Page<@event> X); }")]
    [InlineData("#nullable disable\n[Payload] record A(string X, byte[] Y, List<string> Z, A Next, int[][] W);")]
    public void Source_WithOddNames_CompilesWithoutWarning(string source) =>
        Assert.NotEmpty(GeneratorHarness.Generate(source));

    [Theory]
    [InlineData("partial class Echo { [Rcv(\"a\")] void A() { } }")]
    [InlineData("partial class Echo : Port { [Rcv(\"a\")] void A(nint x) { } [Rcv(\"b\")] void B() { } }")]
    [InlineData("partial class Echo : Port { [Rcv(Missing)] void A() { } }")]
    [InlineData("partial class Echo : Port { [Rcv(\"a\")] void A(Missing x) { } }")]
    [InlineData("partial class Echo : Missing { [Rcv(\"a\")] void A() { } }")]
    [InlineData("[Payload] class Order { private Order() { } }")]
    [InlineData("[Message(\"a\")] record Order(int X); partial class Echo : Port { [Rcv] void A(Order x) { } }")]
    [InlineData("[Message(\"a\")] partial record Order(Missing X); partial class Echo : Port { [Rcv] void A(Order x) { } }")]
    [InlineData("class Echo { void F() { [Rcv(\"a\")] void Local() { } Local(); } }")]
    public void Class_WithAnyProblem_GetsNothing_AndNoComplaint(string source)
    {
        GeneratorDriverRunResult result = GeneratorHarness.CreateDriver(isTracking: false)
            .RunGenerators(GeneratorHarness.Compile(source))
            .GetRunResult();

        Assert.Empty(result.GeneratedTrees);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Files_InAnotherOrder_GiveTheSame()
    {
        const string First = "partial class Echo : Port { [Rcv(\"a\")] void A() { } [Rcv] void B() { } }";
        const string Second = "partial class Echo { [Rcv(\"c\")] void C() { } [Rcv] void D() { } }";
        CSharpCompilation compilation = GeneratorHarness.Compile(First, Second);
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        Array.Reverse(trees);

        Assert.Equal(
            GeneratorHarness.Generate(compilation, out _),
            GeneratorHarness.Generate(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees), out _));
    }

    [Fact]
    public void FriendOfTheRuntime_OverridesWhatItSees()
    {
        CSharpCompilation compilation = GeneratorHarness
            .Compile("partial class Echo : Port { [Rcv(\"a\")] bool A() => true; }")
            .WithAssemblyName("Mp.Runtime.Tests");

        Assert.Single(GeneratorHarness.Generate(compilation, out _));
    }

    [Theory]
    [InlineData("Demo", "Library")]
    [InlineData("Demo", "Mp.Benchmarks")]
    [InlineData("Mp.Runtime.Tests", "Library")]
    public void ClassOfABaseInAnotherAssembly_OverridesWhatItSees(string name, string library)
    {
        CSharpCompilation basis = GeneratorHarness
            .Compile("namespace Tests; public partial class Basis : Port { [Rcv(\"a\")] bool A() => true; }")
            .WithAssemblyName(library);
        CSharpCompilation compilation = GeneratorHarness
            .Compile("partial class Echo : Tests.Basis { [Rcv(\"a\")] bool A() => true; }")
            .AddReferences(GeneratorHarness.CompileLibrary(basis))
            .WithAssemblyName(name);

        Assert.Single(GeneratorHarness.Generate(compilation, out _));
    }
}
