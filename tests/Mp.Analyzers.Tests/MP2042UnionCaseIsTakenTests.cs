namespace Mp.Analyzers.Tests;

public sealed class MP2042UnionCaseIsTakenTests
{
    [Fact]
    public Task TypeWithTwoNumbers_IsReportedAtTheSecond() => AnalyzerHarness.VerifyAsync("""
        [Union(0, typeof(Circle))]
        [{|MP2042:Union(1, typeof(Circle))|}]
        interface IShape;
        [Payload] class Circle : IShape;
        """);

    [Fact]
    public Task FormsOfAGenericType_AreDifferentTypes() => AnalyzerHarness.VerifyAsync("""
        [Union(0, typeof(Box<int>)), Union(1, typeof(Box<string>))] interface IBox;
        [Payload] record Box<T>(T Content) : IBox;
        """);
}
