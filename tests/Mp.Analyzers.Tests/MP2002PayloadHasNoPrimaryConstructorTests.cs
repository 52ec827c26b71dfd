namespace Mp.Analyzers.Tests;

public sealed class MP2002PayloadHasNoPrimaryConstructorTests
{
    [Fact]
    public Task RecordWithoutOne_AndAbstractOne_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] record {|MP2002:Order|} { public int Id { get; init; } }

        [Payload] abstract record {|MP2002:Line|}(int Id);
        """);

    [Fact]
    public Task OneWithoutParameters_AndDerivedOne_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Nothing();

        abstract record Line(int Id);

        [Payload] record Heading(int Id, string Text) : Line(Id);
        """);
}
