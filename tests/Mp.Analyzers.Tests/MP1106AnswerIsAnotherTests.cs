namespace Mp.Analyzers.Tests;

public sealed class MP1106AnswerIsAnotherTests
{
    [Theory]
    [InlineData("{|MP1106:new Other(1)|}")]
    [InlineData("{|MP1106:\"other\"|}, 1")]
    [InlineData("\"sum\", {|MP1106:\"1\"|}")]
    [InlineData("{|MP1106:\"sum\"|}")]
    public Task AnotherAnswer_IsReported(string sent) => VerifyAsync("Ask ask, PortId reply", sent);

    [Theory]
    [InlineData("new Sum(1)")]
    [InlineData("\"sum\", 1L")]
    [InlineData("\"sum\", 1, \"more\"")]
    [InlineData("(Message)null!")]
    public Task TheAnswer_IsFine(string sent) => VerifyAsync("Ask ask, PortId reply", sent);

    [Theory]
    [InlineData("Ask ask, int x, PortId reply")]
    [InlineData("Plain ask, PortId reply")]
    public Task AnswerToWhatSaysNothing_IsFine(string parameters) => VerifyAsync(parameters, "new Other(1)");

    [Fact]
    public Task AnswersOfHandlersAddedAtRunTime_AreChecked() => SendHarness.VerifyAsync(Records + """
        sealed partial class Ledger : Port
        {
            public Ledger() => Rcv((Ask ask, PortId reply) => Snd(reply, {|MP1106:new Other(1)|}));
        }
        """);

    [Fact]
    public async Task Message_SaysWhatTheAnswerIs()
    {
        IReadOnlyList<string> messages = await SendHarness.MessagesOfAsync(Records + """
            sealed partial class Ledger : Port
            {
                [Rcv] void OnIt(Ask ask, PortId reply) => Snd(reply, "sum", "1");
            }
            """);

        Assert.Equal(["'Ask' is answered by [\"sum\", long Cents]: element 1 is string, and must be long"], messages);
    }

    private const string Records = """
        [Message("ask")] sealed partial record Ask(string Account) : IAnsweredBy<Sum>;
        [Message("sum")] sealed partial record Sum(long Cents);
        [Message("other")] sealed partial record Other(int Id);
        [Message("plain")] sealed partial record Plain(int Id);

        """;

    private static Task VerifyAsync(string parameters, string sent) => SendHarness.VerifyAsync(Records + $$"""
        sealed partial class Ledger : Port
        {
            [Rcv] void OnIt({{parameters}}) => Snd(reply, {{sent}});
        }
        """);
}
