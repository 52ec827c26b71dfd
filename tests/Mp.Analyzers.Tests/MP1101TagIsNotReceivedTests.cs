namespace Mp.Analyzers.Tests;

public sealed class MP1101TagIsNotReceivedTests
{
    private const string Echo = """

        sealed partial class Echo : Port
        {
            [Rcv("ping")] void OnPing(PortId from, int count) { }
            [Rcv("stop")] void OnStop() => Snd(Self, "ping", Self, 1);
        }
        """;

    [Fact]
    public Task TagThatNoHandlerHas_IsReported() => VerifyAsync("""
        node.Snd(echo, {|MP1101:"pign"|}, me, 1);
        node.Snd(echo, {|MP1101:"halt"|});
        node.Snd(echo, {|MP1101:"Ping"|}, me, 1);
        node.Snd(node.CreatePort(new Echo()), {|MP1101:"pong"|});
        node.Snd(echo, [{|MP1101:"pign"|}, me, 1]);
        node.Snd(tag: {|MP1101:"pign"|}, to: echo);
        node.Snd(echo, {|MP1101:nameof(Echo)|}, new object?[] { 1 });
        """);

    [Fact]
    public Task TagThatAHandlerHas_IsFine() => VerifyAsync("""
        node.Snd(echo, "ping", me, 1);
        node.Snd(echo, "stop");
        node.Snd(echo, "stop", 1, 2, 3);
        node.Snd(echo, ["ping", me, 1]);
        node.Snd(echo, new object?[] { "ping", me, 1 });
        """);

    [Fact]
    public Task MessageThatIsNotKnown_IsFine() => VerifyAsync("""
        string tag = Console.ReadLine()!;
        object?[] list = [tag];
        node.Snd(echo, tag);
        node.Snd(echo, list);
        node.Snd(echo, [.. list, "pign"]);
        """);

    [Fact]
    public Task OwnIdOfAClass_IsTyped() => SendHarness.VerifyAsync("""
        sealed partial class Clock : Port
        {
            [Rcv("tick")] void OnTick() => Snd(Self, {|MP1101:"tock"|});
            void Wind(Clock other) => Snd(other.Self, {|MP1101:"tik"|});
        }
        """);

    [Fact]
    public Task HandlersOfBasesAndInterfaces_AreReceived() => SendHarness.VerifyAsync("""
        interface IStop<T> { [Rcv("stop")] void Stop(T reason); }
        abstract partial class Base : Port { [Rcv("go")] void Go() { } }
        sealed partial class Echo : Base, IStop<int>
        {
            public void Stop(int reason) { }
            void Run(PortId<Echo> echo)
            {
                Snd(echo, "go");
                Snd(echo, "stop", 1);
                Snd(echo, {|MP1101:"halt"|});
            }
        }
        """);

    [Fact]
    public Task HandlersThatTheClassAdds_AreReceived() => SendHarness.VerifyAsync("""
        sealed class Counter : Port
        {
            public Counter() => Rcv("count", (int step) => { });
            void Run(PortId<Counter> counter)
            {
                Snd(counter, "count");
                Snd(counter, {|MP1101:"cuont"|}, 1);
            }
        }
        """);

    [Theory]
    [InlineData("public Free(string tag) => Rcv(tag, () => { });")]
    [InlineData("[RcvUnmatched] void Rest() { }")]
    [InlineData("[Rcv] void All(Message message) { }")]
    [InlineData("[Rcv(Any)] void All() { }")]
    public Task ClassThatMayReceiveAnything_IsFine(string member) => SendHarness.VerifyAsync($$"""
        sealed partial class Free : Port
        {
            {{member}}
            void Run(PortId<Free> free) => Snd(free, "anything");
        }
        """);

    [Fact]
    public Task ClassThatMatchesByHand_IsFine() => SendHarness.VerifyAsync("""
        sealed class Hand : Port
        {
            protected override void MatchUnmatched(Message message, ref Mp.CompilerServices.Dispatch dispatch) { }
            void Run(PortId<Hand> hand) => Snd(hand, "anything");
        }
        """);

    [Fact]
    public async Task Message_NamesTheNearestTag_AndWhatItTakes()
    {
        IReadOnlyList<string> messages = await SendHarness.MessagesOfAsync(Program("""
            node.Snd(echo, "pign", me, 1);
            node.Snd(echo, "halt");
            """));

        Assert.Equal(
            [
                "'Echo' has no handler for \"pign\"; did you mean \"ping\"? It takes [\"ping\", PortId from, int count]",
                "'Echo' has no handler for \"halt\"; it takes [\"ping\", PortId from, int count] or [\"stop\"]",
            ],
            messages);
    }

    private static Task VerifyAsync(string statements) => SendHarness.VerifyAsync(Program(statements));

    private static string Program(string statements) => $$"""
        static class Program
        {
            static void Run(Node node, PortId<Echo> echo, PortId me)
            {
                {{statements}}
            }
        }
        """ + Echo;
}
