namespace Mp.Analyzers.Tests;

public sealed class MP2023MessageHasNoPrimaryConstructorTests
{
    [Fact]
    public Task RecordsThatNobodyCanCreate_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record {|MP2023:A|} { public int X { get; init; } }

        [Message("b")] abstract partial record {|MP2023:B|}(int X);

        [Message("c")] partial record {|MP2023:C|}(int X) { public required int Y { get; init; } }

        record Basis { public required int Y; }

        [Message("d")] partial record {|MP2023:D|}(int X) : Basis;
        """);

    [Fact]
    public Task RecordsWithAllThatIsNeeded_AreFine() => AnalyzerHarness.VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;

        [Message("a")] partial record A();

        abstract record Basis(int X);

        [Message("b")] partial record B(int X, int Y) : Basis(X) { public int Sum => X + Y; }

        [Message("c")]
        [method: SetsRequiredMembers]
        partial record C(int X) { public required int Y { get; init; } = X; }
        """);
}
