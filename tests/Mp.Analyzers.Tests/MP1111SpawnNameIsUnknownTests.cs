namespace Mp.Analyzers.Tests;

public sealed class MP1111SpawnNameIsUnknownTests
{
    [Theory]
    [InlineData("node.Spawn(id, {|MP1111:\"sesion\"|});")]
    [InlineData("node.Spawn(\"a:1\", {|MP1111:\"unheard.of\"|}, 1, 2);")]
    [InlineData("node.Spawn(id, {|MP1111:Name|});")]
    public Task NameThatNobodyRegisters_IsReported(string call) => SendHarness.VerifyAsync(Source(call));

    [Theory]
    [InlineData("node.Spawn(id, \"session\");")]
    [InlineData("node.Spawn(id, \"registered\");")]
    [InlineData("node.Spawn(id, \"by.constant\");")]
    [InlineData("node.Spawn(id, \"AempPeer::init\", id);")]
    [InlineData("node.Spawn(id, Console.ReadLine()!);")]
    public Task NameThatIsKnown_OrNotSeen_IsFine(string call) => SendHarness.VerifyAsync(Source(call));

    [Theory]
    [InlineData("mp_unknown_tags = off")]
    [InlineData("mp_known_tags = other, sesion")]
    public Task Settings_TurnItOff(string settings) =>
        SendHarness.VerifyAsync(Source("node.Spawn(id, \"sesion\");"), settings);

    [Fact]
    public async Task Message_NamesTheNearest() => Assert.Equal(
        ["No class that is known here is marked [Spawn(\"sesion\")], and nothing is registered by that name; "
            + "did you mean \"session\"?"],
        await SendHarness.MessagesOfAsync(Source("node.Spawn(id, \"sesion\");")));

    [Fact]
    public Task Fix_PutsInTheNearest() => SendHarness.VerifyFixAsync(
        Source("node.Spawn(id, \"sesion\");"),
        Source("node.Spawn(id, \"session\");"));

    private static string Source(string call) => $$"""
        [Spawn("session")] public sealed class Session : Port { }

        class Uses
        {
            const string Name = "unheard.of";
            const string Constant = "by.constant";

            void Run(Node node, PortId id)
            {
                node.RegisterSpawn("registered", request => null);
                node.RegisterSpawn(Constant, request => null);
                {{call}}
            }
        }
        """;
}
