namespace Mp.Analyzers.Tests;

public sealed class MP2005PayloadIsGenericTests
{
    [Fact]
    public Task GenericRecord_AndOneInAGenericType_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] record {|MP2005:Box|}<T>(int Id);

        class Shop<T> { [Payload] internal record {|MP2005:Order|}(int Id); }
        """);

    [Fact]
    public Task RecordWithGenericMembers_IsFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order(List<int> Ids, Dictionary<string, int[]> Map);
        """);
}
