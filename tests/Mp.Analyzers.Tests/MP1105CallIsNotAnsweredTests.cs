namespace Mp.Analyzers.Tests;

public sealed class MP1105CallIsNotAnsweredTests
{
    [Theory]
    [InlineData("[Rcv(\"ask\")] void On(int x) { }")]
    [InlineData("[Rcv(\"ask\", Any)] void On() { }")]
    [InlineData("[Rcv] void On(Ask ask) { }")]
    [InlineData("[Rcv(\"ask\")] void On(int x) { } [Rcv(\"ask\")] void On(string x, PortId reply) { }")]
    public Task CallThatNobodyCanAnswer_IsReported(string handlers) => VerifyAsync(handlers, "{|MP1105:Cal|}");

    [Theory]
    [InlineData("[Rcv(\"ask\")] void On(int x, PortId reply) { }")]
    [InlineData("[Rcv(\"ask\")] void On(int x, PortId? reply = null) { }")]
    [InlineData("[Rcv(\"ask\")] void On(params object?[] rest) { }")]
    [InlineData("[Rcv(\"ask\")] void On(int x, Message all) { }")]
    [InlineData("[Rcv] void On(Ask ask, PortId reply) { }")]
    [InlineData("[Rcv(\"ask\")] void On(int x) { } [Rcv(\"ask\")] void On(int x, PortId reply) { }")]
    [InlineData("[Rcv(\"ask\")] void On(int x) { } public Service() => Rcv(\"ask\", (int x, PortId reply) => { });")]
    public Task CallThatSomebodyCanAnswer_IsFine(string handlers) => VerifyAsync(handlers, "Cal");

    [Fact]
    public Task SndToAHandlerWithoutAPort_IsFine() => SendHarness.VerifyAsync("""
        sealed partial class Service : Port
        {
            [Rcv("ask")] void On(int x) { }
            void Run(PortId<Service> service) => Snd(service, "ask", 1, Self);
        }
        """);

    [Fact]
    public Task CallOfAClassThatOthersDeriveFrom_IsFine() => SendHarness.VerifyAsync("""
        public partial class Service : Port
        {
            [Rcv("ask")] void On(int x) { }
            Task Run(PortId<Service> service) => Cal(service, "ask", 1);
        }
        """);

    [Fact]
    public async Task Message_SaysWhatTheHandlersTake()
    {
        IReadOnlyList<string> messages = await SendHarness.MessagesOfAsync("""
            sealed partial class Service : Port
            {
                [Rcv("ask")] void On(int x) { }
                Task Run(PortId<Service> service) => Cal(service, "ask", 1);
            }
            """);

        Assert.Equal(
            [
                "No handler of 'Service' that takes [\"ask\", int, PortId] has a parameter for the last element, where "
                + "to send the answer; it takes [\"ask\", int x]",
            ],
            messages);
    }

    private static Task VerifyAsync(string handlers, string call) => SendHarness.VerifyAsync($$"""
        sealed partial class Service : Port
        {
            {{handlers}}
            Task Run(Node node, PortId<Service> service) => node.{{call}}(service, "ask", 1);
        }

        [Message("ask")] sealed partial record Ask(int X);
        """);
}
