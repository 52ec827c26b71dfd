namespace Mp.Analyzers.Tests;

public sealed class MP2025MessageIsGenericTests
{
    [Fact]
    public Task RecordWithTypeParameters_OfItsOwnOrAround_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record {|MP2025:A|}<T>(int X);

        partial class Outer<T>
        {
            [Message("b")] partial record {|MP2025:B|}(int X);
        }
        """);

    [Fact]
    public Task RecordWithGenericMembers_IsFine() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record A(List<int> X, Dictionary<string, List<string?>> Y);
        """);
}
