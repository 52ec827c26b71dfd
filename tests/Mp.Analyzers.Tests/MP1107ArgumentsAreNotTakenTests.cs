using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Tests;

public sealed class MP1107ArgumentsAreNotTakenTests
{
    private const string Session = """
        [Spawn("session")]
        public sealed class Session : Port
        {
            public Session(string nick, PortId client, int level = 1, params object?[] rest) { }
        }

        """;

    [Theory]
    [InlineData("node.Spawn(id, {|MP1107:\"session\"|});")]
    [InlineData("node.Spawn(\"a:1\", {|MP1107:\"session\"|}, \"anna\");")]
    [InlineData("node.Spawn(id, \"session\", id, {|MP1107:\"anna\"|});")]
    [InlineData("node.Spawn(id, \"session\", \"anna\", {|MP1107:5|});")]
    [InlineData("node.Spawn(id, \"session\", \"anna\", id, {|MP1107:\"high\"|});")]
    [InlineData("node.Spawn(id, \"session\", {|MP1107:null|}, id);")]
    [InlineData("node.Spawn(id, \"session\", [\"anna\", {|MP1107:5|}]);")]
    public Task ArgumentsThatDoNotFit_AreReported(string call) => SendHarness.VerifyAsync(Source(call));

    [Theory]
    [InlineData("node.Spawn(id, \"session\", \"anna\", id);")]
    [InlineData("node.Spawn(id, \"session\", \"anna\", id, 5, \"more\", 7);")]
    [InlineData("node.Spawn(id, \"session\", list);")]
    [InlineData("node.Spawn(id, \"session\", [\"anna\", .. list]);")]
    [InlineData("node.Spawn(id, Console.ReadLine()!, 5);")]
    [InlineData("node.RegisterSpawn(\"session\", request => null); node.Spawn(id, \"session\", 5);")]
    public Task ArgumentsThatFit_OrThatAreNotKnown_AreFine(string call) => SendHarness.VerifyAsync(Source(call));

    [Fact]
    public async Task ClassOfAnotherProject_IsKnown()
    {
        MetadataReference library = SendHarness.CompileLibrary(Session);

        await SendHarness.VerifyAsync(
            "class Uses { void Run(Node node, PortId id) => node.Spawn(id, {|MP1107:\"session\"|}); }",
            references: library);
    }

    [Fact]
    public Task CallInAPort_AndAnArgumentThatCannotTravel_AreChecked() => SendHarness.VerifyAsync(Session + """
        sealed class Other : Port
        {
            void Run(PortId id, Action action)
            {
                Spawn(id, {|MP1107:"session"|});
                Spawn(id, "session", "anna", id, 5, {|MP2101:action|});
            }
        }
        """);

    [Fact]
    public async Task Message_NamesTheReason_AndWhatIsTaken() => Assert.Equal(
        ["'Session' is not made from [\"session\", \"anna\"]: element 2 is missing; it takes "
            + "[\"session\", string nick, PortId client, int level = default, ...rest]"],
        await SendHarness.MessagesOfAsync(Source("node.Spawn(id, \"session\", \"anna\");")));

    private static string Source(string call) => $$"""
        {{Session}}
        class Uses
        {
            void Run(Node node, PortId id, object?[] list) { {{call}} }
        }
        """;
}
