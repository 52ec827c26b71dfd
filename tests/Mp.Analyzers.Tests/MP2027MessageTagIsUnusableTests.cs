namespace Mp.Analyzers.Tests;

public sealed class MP2027MessageTagIsUnusableTests
{
    [Fact]
    public Task TagsThatCannotBe_AreReported() => AnalyzerHarness.VerifyAsync($$"""
        [{|MP2027:Message("")|}] partial record A(int X);

        [{|MP2027:Message(null!)|}] partial record B(int X);

        [{|MP2027:Message("\ud800")|}] partial record C(int X);

        [{|MP2027:Message("{{new string('ü', 128)}}")|}] partial record D(int X);
        """);

    [Fact]
    public Task TagsOfUpTo255Bytes_AreFine() => AnalyzerHarness.VerifyAsync($$"""
        [Message("{{new string('x', 255)}}")] partial record A(int X);

        [Message(" say \"hi\" \U0001F600")] partial record B(int X);
        """);

    [Fact]
    public Task TagThatIsMissing_IsTheCompilersToReport() =>
        AnalyzerHarness.VerifyAsync("[Message] partial record A(int X);", compiles: false);
}
