namespace Mp.Analyzers.Tests;

public sealed class MP2005PayloadIsInGenericTypeTests
{
    [Fact]
    public Task RecordInAGenericType_IsReported() => AnalyzerHarness.VerifyAsync("""
        class Shop<T> { [Payload] internal record {|MP2005:Order|}(int Id); }
        """);

    [Fact]
    public Task GenericRecords_AndGenericMembers_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Box<T>(T Content, T[] More, Dictionary<T, T?> Map) where T : notnull;
        [Payload] record Order(List<int> Ids, Dictionary<string, int[]> Map, Box<string> Box);
        """);
}
