namespace Mp.Analyzers.Tests;

public sealed class MP1202ShapeIsBrokenTests
{
    private const string File = """
        mp-contracts 1

        message Placed
            ["placed", string Id]

        payload Order
            int Id
            string? Note = default
        """;

    private const string Placed = "[Message(\"placed\")] partial record Placed(string Id);";
    private const string Order = "[Payload] record Order(int Id, string? Note);";

    [Theory]
    [InlineData("[Payload] record {|MP1202:Order|}(int Id);")]
    [InlineData("[Payload] record {|MP1202:{|MP1204:Order|}|}(int Id, string? Text);")]
    [InlineData("[Payload] record {|MP1202:Order|}(string Id, string? Note);")]
    [InlineData("[Payload] record {|MP1202:Order|}(int Id, string? Note, int Count);")]
    public Task Payload_ThatOthersCannotReadOrWrite_IsReported(string order) =>
        ContractFileHarness.VerifyAsync($"{Placed} {order}", File);

    [Theory]
    [InlineData("[Message(\"put\")] partial record {|MP1202:Placed|}(string Id);")]
    [InlineData("[Message(\"placed\")] partial record {|MP1202:Placed|}(int Id);")]
    [InlineData("[Message(\"placed\")] partial record {|MP1202:Placed|}(string Id, int Count);")]
    [InlineData("[Message(\"placed\")] partial record {|MP1202:Placed|}();")]
    public Task Message_ThatOthersCannotReadOrWrite_IsReported(string placed) =>
        ContractFileHarness.VerifyAsync($"{Order} {placed}", File);

    [Fact]
    public Task Records_ThatAreGone_AreReported_InTheFile() => ContractFileHarness.VerifyAsync(
        "",
        """
        mp-contracts 1
        {|MP1202:message Placed|}
            ["placed", string Id]
        {|MP1202:payload Order|}
            int Id
        """);

    [Fact]
    public Task Records_ThatAreMarkedNoMore_AreReported() => ContractFileHarness.VerifyAsync(
        "record {|MP1202:Placed|}(string Id); record {|MP1202:Order|}(int Id, string? Note);",
        File);

    [Fact]
    public Task Records_ThatAreAsTheFileSays_AreFine() => ContractFileHarness.VerifyAsync(Placed + Order, File);

    [Fact]
    public Task Records_ThatAreWrongInThemselves_AreLeftToThoseWhoSaySo() => ContractFileHarness.VerifyAsync(
        "[Message(\"placed\")] record Placed(string Id); [Payload] record Order(Action Id, string? Note);",
        File);

    [Fact]
    public Task CodeFix_WritesTheFileAnew() => ContractFileHarness.VerifyFixAsync(
        "[Message(\"placed\")] partial record Placed(string Id, int Count); [Payload] record Order(int Id);",
        File,
        """
        mp-contracts 1

        message Placed
            ["placed", string Id, int Count]

        payload Order
            int Id

        """);
}
