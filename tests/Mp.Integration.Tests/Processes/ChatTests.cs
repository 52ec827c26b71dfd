using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>The chat, its server and its clients in processes of their own, over pipes.</summary>
public sealed class ChatTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clients_HearWhoComesSpeaksAndLeaves(bool hasSession)
    {
        using RunningSample server = RunningSample.Start("Chat", "server", "--bind", PublicNode.AnyPort);
        string seed = PortId.Parse(await server.ReadAsync("READY ")).NodeId;
        using RunningSample anna = StartClient("anna", seed, hasSession);
        Assert.Equal("anna", await anna.ReadAsync("* in the room: "));
        using RunningSample bob = StartClient("bob", seed, hasSession);
        Assert.Equal("anna, bob", await bob.ReadAsync("* in the room: "));

        await anna.WriteAsync("good evening");
        await bob.ReadAsync("<anna> good evening");
        await bob.WriteAsync("grüß dich");
        Assert.Equal(0, await bob.EndAsync());

        await anna.ReadAsync("* bob has left");
        Assert.Equal(
            ["* in the room: anna", "* bob has come", "<anna> good evening", "<bob> grüß dich", "* bob has left"],
            anna.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LinesThatWerePiped_AreAllSaidBeforeTheClientEnds(bool hasSession)
    {
        using RunningSample server = RunningSample.Start("Chat", "server", "--bind", PublicNode.AnyPort);
        string seed = PortId.Parse(await server.ReadAsync("READY ")).NodeId;
        using RunningSample listener = StartClient("listener", seed, hasSession: false);
        await listener.ReadAsync("* in the room: ");
        using RunningSample pipe = StartClient("pipe", seed, hasSession);

        await pipe.WriteAsync("one");
        await pipe.WriteAsync("two");
        Assert.Equal(0, await pipe.EndAsync());

        await listener.ReadAsync("* pipe has left");
        Assert.Equal(["* pipe has come", "<pipe> one", "<pipe> two", "* pipe has left"], listener.Lines.Skip(1));
    }

    /// <summary>The server is the seed, and is started again where it was.</summary>
    [Fact]
    public async Task Clients_EnterAgain_WhenTheServerIsBack()
    {
        using RunningSample first = RunningSample.Start("Chat", "server", "--bind", PublicNode.AnyPort);
        string seed = PortId.Parse(await first.ReadAsync("READY ")).NodeId;

        await EnterTwiceAsync(first, seed, ["server", "--bind", seed]);
    }

    /// <summary>The seed is another node, and the server is started again elsewhere.</summary>
    [Fact]
    public async Task Clients_EnterAgain_WhereTheServerIsNow()
    {
        await using Node seed = await PublicNode.StartAsync();
        string[] server = ["server", "--bind", PublicNode.AnyPort, "--seed", seed.Id];
        using RunningSample first = RunningSample.Start("Chat", server);
        await first.ReadAsync("READY ");

        await EnterTwiceAsync(first, seed.Id, server);
    }

    [RequiresFact("python3")]
    public async Task Python_SpeaksThroughTheSeed()
    {
        await using Node seed = await PublicNode.StartAsync();
        using RunningSample server = RunningSample.Start(
            "Chat", "server", "--bind", PublicNode.AnyPort, "--seed", seed.Id);
        await server.ReadAsync("READY ");
        using RunningSample anna = StartClient("anna", seed.Id, hasSession: true);
        await anna.ReadAsync("* in the room: ");

        ProgramRun run = await ProgramRun.OfAsync(
            "python3",
            [Path.Combine(SampleProgram.FolderOf("Chat"), "say.py"), seed.Id, "snake", "hiss"],
            (NodeOptions.SecretVariable, PublicNode.SecretText));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        await anna.ReadAsync("<snake> hiss");
    }

    [Theory]
    [InlineData("")]
    [InlineData("client")]
    [InlineData("client --session")]
    [InlineData("server --session")]
    [InlineData("client anna --seed")]
    [InlineData("client anna --seed nowhere")]
    public async Task OptionThatMakesNoSense_IsAnError(string arguments)
    {
        ProgramRun run = await SampleProgram.RunAsync(
            "Chat",
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            (NodeOptions.SecretVariable, PublicNode.SecretText));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("chat: ", run.Errors, StringComparison.Ordinal);
    }

    private static async Task EnterTwiceAsync(RunningSample first, string seed, string[] again)
    {
        using RunningSample anna = StartClient("anna", seed, hasSession: false);
        using RunningSample bob = StartClient("bob", seed, hasSession: true);
        await anna.ReadAsync("* in the room: ");
        await bob.ReadAsync("* in the room: ");

        await first.KillAsync();
        await anna.ReadAsync("* the room is gone (transport_error)");
        await bob.ReadAsync("* the room is gone (transport_error)");
        await bob.WriteAsync("said while away");
        using RunningSample second = RunningSample.Start("Chat", again);

        await anna.ReadAsync("* in the room: ");
        await bob.ReadAsync("<bob> said while away");
        await anna.WriteAsync("here we are");
        await bob.ReadAsync("<anna> here we are");
    }

    private static RunningSample StartClient(string nick, string seed, bool hasSession) => RunningSample.Start(
        "Chat",
        ["client", nick, "--seed", seed, .. hasSession ? ["--session"] : Array.Empty<string>()]);
}
