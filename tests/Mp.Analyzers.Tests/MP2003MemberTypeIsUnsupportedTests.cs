namespace Mp.Analyzers.Tests;

public sealed class MP2003MemberTypeIsUnsupportedTests
{
    [Fact]
    public Task TypesThatCannotTravel_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order(int Id, nint {|MP2003:Due|}, Plain[] {|MP2003:Lines|});

        record Plain(int X);
        """);

    [Fact]
    public Task TypesThatTravel_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order(int Id, Order? Next, Line[] Lines, List<object?> Rest, PortId From);

        [Payload] record struct Line(DayOfWeek Day);
        """);
}
