namespace Mp.Analyzers.Tests;

public sealed class MP2032PayloadConstructorIsNotOneTests
{
    [Fact]
    public Task ConstructorsOfTheSameLength_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] class {|MP2032:Order|}
        {
            public Order(int id) { }
            public Order(string name) { }
            public int Id { get; set; }
            public string Name { get; set; } = "";
        }

        [Payload] class {|MP2032:Both|}
        {
            [PayloadConstructor] public Both() { }
            [PayloadConstructor] public Both(int id) { }
            public int Id { get; set; }
        }
        """);

    [Fact]
    public Task TheLongest_TheMarkedOne_AndThePrimaryOne_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] class Order
        {
            public Order(int id) { }
            public Order() { }
            public int Id { get; set; }
        }

        [Payload] class Marked
        {
            public Marked(int id) { }
            [PayloadConstructor] public Marked(string name) { }
            public int Id { get; set; }
            public string Name { get; set; } = "";
        }

        [Payload] record Primary(int Id) { public Primary(int id, int twice) : this(id + twice) { } }
        """);
}
