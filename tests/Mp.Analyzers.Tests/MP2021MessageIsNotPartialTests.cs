namespace Mp.Analyzers.Tests;

public sealed class MP2021MessageIsNotPartialTests
{
    [Fact]
    public Task RecordThatIsNotPartial_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] record {|MP2021:A|}(int X);

        [Message("b")] readonly record struct {|MP2021:B|}(int X);
        """);

    [Fact]
    public Task UnmarkedRecord_IsFine() => AnalyzerHarness.VerifyAsync("record A(int X);");
}
