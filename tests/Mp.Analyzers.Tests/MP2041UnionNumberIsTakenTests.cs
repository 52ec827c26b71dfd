namespace Mp.Analyzers.Tests;

public sealed class MP2041UnionNumberIsTakenTests
{
    [Fact]
    public Task NumberThatIsUsedTwice_IsReportedAtTheSecond() => AnalyzerHarness.VerifyAsync("""
        [Union(0, typeof(Circle))]
        [{|MP2041:Union(0, typeof(Square))|}]
        interface IShape;
        [Payload] class Circle : IShape;
        [Payload] class Square : IShape;
        """);

    [Fact]
    public Task DifferentNumbers_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Union(-1, typeof(Circle)), Union(int.MaxValue, typeof(Square))] interface IShape;
        [Payload] class Circle : IShape;
        [Payload] class Square : IShape;
        """);
}
