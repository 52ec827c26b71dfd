namespace Mp.Analyzers.Tests;

public sealed class MP2031PayloadHasNoConstructorTests
{
    [Fact]
    public Task ConstructorsThatNothingFills_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] class {|MP2031:Order|} { public Order(int number) => Id = number; public int Id { get; } }
        [Payload] class {|MP2031:Line|} { public Line(long id) => Id = (int)id; public int Id { get; } }
        [Payload] class {|MP2031:Hidden|} { private Hidden() { } public int Id { get; set; } }
        [Payload] static class {|MP2031:Nobody|};
        [Payload] record {|MP2031:Ignored|}([property: IgnoreMember] int Id);
        """);

    [Fact]
    public Task ConstructorsThatMembersFill_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] class Order { public Order(int id, bool isNew = true) => Id = id; public int Id { get; } }
        [Payload] partial class Hidden { [PayloadConstructor] private Hidden() { } public int Id { get; set; } }
        [Payload] struct Point { public int X; }
        [Payload] record Nothing();
        [Payload] record Ignored([property: IgnoreMember] int Id = 5);
        """);
}
