namespace Mp.Analyzers.Tests;

public sealed class MP2034PayloadRequiresWhatIsIgnoredTests
{
    [Fact]
    public Task RequiredMember_ThatStaysBehind_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] class Order
        {
            [IgnoreMember] public required int {|MP2034:Id|} { get; set; }
        }
        """);

    [Fact]
    public Task RequiredMember_ThatTravels_OrIsSetByTheConstructor_IsFine() => AnalyzerHarness.VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;

        [Payload] class Order { public required int Id { get; set; } }

        [Payload] class Line
        {
            [SetsRequiredMembers] public Line() => Id = 5;
            [IgnoreMember] public required int Id { get; set; }
        }

        [Payload] class Both(int id) { public required int Id { get; init; } = id; }
        """);
}
