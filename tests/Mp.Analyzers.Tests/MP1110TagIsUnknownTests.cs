namespace Mp.Analyzers.Tests;

public sealed class MP1110TagIsUnknownTests
{
    [Fact]
    public Task TagThatNobodyReceives_IsReported() => VerifyAsync("""
        node.Snd(id, {|MP1110:"pign"|});
        node.Snd((PortId)echo, {|MP1110:"pign"|});
        node.Snd("node#port", {|MP1110:"pign"|}, 1);
        node.Snd(node.Port, {|MP1110:"tiem"|}, id);
        node.Snd(node.CreatePort(), {|MP1110:"unheard"|});
        """);

    [Fact]
    public Task TagThatSomebodyReceives_IsFine() => VerifyAsync("""
        node.Snd(id, "ping");
        node.Snd(id, "ping", 1, 2);
        node.Snd(id, "named");
        node.Snd(id, "contract");
        node.Snd(id, "added");
        node.Snd(id, "listed");
        """);

    [Fact]
    public Task RequestsOfNodes_AreFine() => VerifyAsync("""
        node.Snd(node.Port, "wkp", "service", id, "found");
        node.Snd(node.Port, "known_nodes", id);
        node.RegisterFunction("statistics", call => { });
        node.Snd(node.Port, "statistics", id);
        node.Snd("host:4040#", "time", id, "now");
        node.Snd("host:4040#", "g_find", "seed");
        node.Snd("host:4040#", "Some::Module::start", id);
        """);

    [Fact]
    public Task MessageWithoutAConstantTag_IsFine() => VerifyAsync("""
        node.Snd(id, Console.ReadLine()!);
        node.Snd(id, 1, 2);
        node.Snd(id, new object?[] { });
        """);

    [Theory]
    [InlineData("mp_unknown_tags = off")]
    [InlineData("mp_unknown_tags = false")]
    [InlineData("mp_known_tags = other, pign")]
    [InlineData("mp_known_tags = pi*")]
    public Task TagThatTheSettingsAllow_IsFine(string settings) =>
        VerifyAsync("node.Snd(id, \"pign\");", settings);

    [Theory]
    [InlineData("mp_unknown_tags = on")]
    [InlineData("mp_known_tags = Pign, pig, x*")]
    public Task TagThatTheSettingsDoNotAllow_IsReported(string settings) =>
        VerifyAsync("node.Snd(id, {|MP1110:\"pign\"|});", settings);

    [Fact]
    public Task CatchAllThatIsNearTheTag_IsReported() => SendHarness.VerifyAsync("""
        sealed partial class Log : Port
        {
            [Rcv("write")] void Write(string text) { }
            [Rcv] void Any(Message message) { }

            void Run(PortId<Log> log)
            {
                Snd(log, {|MP1110:"wirte"|}, "text");
                Snd(log, "flush");
            }
        }
        """);

    [Fact]
    public async Task Message_NamesTheNearestTag() => Assert.Equal(
        [
            "No handler that is known here has the tag \"pign\"; did you mean \"ping\"?",
            "No handler that is known here has the tag \"elephant\"",
        ],
        await SendHarness.MessagesOfAsync("""
            sealed partial class Echo : Port
            {
                [Rcv("ping")] void OnPing(PortId from)
                {
                    Snd(from, "pign");
                    Snd(from, "elephant");
                }
            }
            """));

    private static Task VerifyAsync(string statements, string settings = "") => SendHarness.VerifyAsync(
        $$"""
        static class Program
        {
            static void Run(Node node, PortId id, PortId<Echo> echo)
            {
                node.CreatePort().Rcv("added", () => { });
                node.CreatePort().Rcv(["listed", 1], message => { });
                {{statements}}
            }
        }

        interface IContract { [Rcv("contract")] void It(); }

        sealed partial class Echo : Port
        {
            private const string Named = "named";
            [Rcv("ping")] void OnPing() { }
            [Rcv(Named)] void OnNamed() { }
            [Rcv] void OnAny() { }
        }
        """,
        settings);
}
