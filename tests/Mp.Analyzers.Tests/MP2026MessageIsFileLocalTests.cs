namespace Mp.Analyzers.Tests;

public sealed class MP2026MessageIsFileLocalTests
{
    [Fact]
    public Task FileLocalRecord_OrOneWithinAFileLocalType_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] file partial record {|MP2026:A|}(int X);

        file partial class Outer
        {
            [Message("b")] public partial record {|MP2026:B|}(int X);
        }
        """);

    [Fact]
    public Task InternalRecord_IsFine() =>
        AnalyzerHarness.VerifyAsync("[Message(\"a\")] internal partial record A(int X);");
}
