namespace Mp.Analyzers.Tests;

public sealed class MP2036PayloadKeyIsMissingTests
{
    [Fact]
    public Task MemberWithoutANumber_AmongOthersWith_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Order([Key(0)] int Id, int {|MP2036:Count|});
        """);

    [Fact]
    public Task MembersThatAreIgnored_OrDoNotTravel_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] class Order
        {
            [Key(0)] public int Id { get; set; }
            [IgnoreMember] public int Count { get; set; }
            public int Twice => 2 * Count;
            internal int Inside { get; set; }
        }
        """);
}
