namespace Mp.Analyzers.Tests;

public sealed class MP2004PayloadIsInaccessibleTests
{
    [Fact]
    public Task HiddenRecords_AreReported() => AnalyzerHarness.VerifyAsync("""
        class Shop
        {
            [Payload] private record {|MP2004:Order|}(int Id);
            [Payload] protected record {|MP2004:Line|}(int Id);
            private class Inner { [Payload] public record {|MP2004:Tag|}(int Id); }
        }

        [Payload] file record {|MP2004:Local|}(int Id);
        [Payload] ref struct {|MP2004:Kept|} { public int Id; }
        """);

    [Fact]
    public Task NestedInternalRecord_IsFine() => AnalyzerHarness.VerifyAsync("""
        class Shop
        {
            [Payload] protected internal record Order(int Id);
            [Payload] internal record Line(int Id);
        }
        """);
}
