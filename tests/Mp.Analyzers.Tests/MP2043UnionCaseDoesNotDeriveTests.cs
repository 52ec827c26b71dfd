namespace Mp.Analyzers.Tests;

public sealed class MP2043UnionCaseDoesNotDeriveTests
{
    [Fact]
    public Task OtherTypes_AndAbstractOnes_AreReported() => AnalyzerHarness.VerifyAsync("""
        [{|MP2043:Union(0, typeof(Circle))|}]
        [{|MP2043:Union(1, typeof(Round))|}]
        [{|MP2043:Union(2, typeof(int[]))|}]
        interface IShape;
        [Payload] class Circle;
        abstract class Round : IShape;
        """);

    [Fact]
    public Task TypesThatDerive_HoweverFar_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Union(0, typeof(Circle)), Union(1, typeof(Point))] interface IShape;
        abstract class Round : IShape;
        [Payload] class Circle : Round;
        [Payload] struct Point : IShape;
        """);
}
