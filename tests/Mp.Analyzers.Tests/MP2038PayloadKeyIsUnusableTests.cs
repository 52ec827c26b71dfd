namespace Mp.Analyzers.Tests;

public sealed class MP2038PayloadKeyIsUnusableTests
{
    [Fact]
    public Task NumbersOutOfRange_AndBrokenTexts_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order([Key(-1)] int {|MP2038:Id|}, [Key(1024)] int {|MP2038:Count|});
        [Payload] record Line([Key("\ud83c")] int {|MP2038:Id|});
        """);

    [Fact]
    public Task OtherKeys_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order([Key(0)] int Id, [Key(1023)] int Count);
        [Payload] record Line([Key("\ud83c\udf0d")] int Id, [Key("")] int Count);
        """);
}
