using System.Text.Json;
using Mp.Integration.Tests.RawPeers;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>The sample Echo does what a client in any language tells it, over the wire, and says what it sees.</summary>
public sealed class EchoTests
{
    [Fact]
    public async Task Port_AnswersAsItIsAsked()
    {
        using EchoProcess echo = await EchoProcess.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(echo.EndPoint, "json");
        string port = echo.Port.PortName;

        await AskAsync(peer, $"""["{port}","ping","raw-peer#me","h",1]""", $"""["me","h",1,"pong","{echo.Port}"]""");
        await AskAsync(
            peer,
            $$"""["{{port}}","echo","raw-peer#me",{"k":[1,-2,1.5,null,true,"é"]},[]]""",
            """["me","echoed",{"k":[1,-2,1.5,null,true,"é"]},[]]""");
        Assert.Equal("""["ping","raw-peer#me","h",1]""", await echo.ReadAsync($"RCV {echo.Port} "));
        Assert.Equal(
            """["echo","raw-peer#me",{"k":[1,-2,1.5,null,true,"é"]},[]]""",
            await echo.ReadAsync($"RCV {echo.Port} "));
        await AskAsync(
            peer,
            $"""["{port}","tick"]["{port}","tick"]["{port}","count","raw-peer#me"]""",
            """["me","counted",2]""");
        await AskAsync(
            peer,
            $"""["{port}","tick"]["{port}","reset"]["{port}","count","raw-peer#me"]""",
            """["me","counted",0]""");
    }

    [Fact]
    public async Task Ports_DieAsTheyAreTold_AndWhoWatchesIsTold()
    {
        using EchoProcess echo = await EchoProcess.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(echo.EndPoint, "json");
        string port = echo.Port.PortName;
        PortId killed = await MakeAsync(peer, port);
        PortId failed = await MakeAsync(peer, port);

        // Answered when the port has done what it was sent before.
        await AskAsync(
            peer,
            $"""["{port}","watch","{killed}"]["{port}","link","{failed}"]["{port}","count","raw-peer#me"]""",
            """["me","counted",0]""");
        await peer.SendAsync($"""["","mon1","{port}"]["{killed.PortName}","kil","enough",42]""");
        Assert.Equal("""["enough",42]""", await echo.ReadAsync($"MON {killed} "));
        await peer.SendAsync($"""["{failed.PortName}","die","it failed"]""");

        string notice = $"""["","kil0","{port}","die","System.InvalidOperationException: it failed"]""";
        Assert.Equal(notice, await peer.ReadTextAsync(notice.Length));
    }

    [Fact]
    public async Task SpawnName_MakesSuchAPort_AndTheFunctionIsCalled()
    {
        using EchoProcess echo = await EchoProcess.StartAsync("--spawn-name", "Other::init");
        using RawPeer peer = await RawPeer.AuthenticateAsync(echo.EndPoint, "json");
        string node = echo.Port.NodeId;

        await AskAsync(
            peer,
            """["","AnyEvent::MP::_spawn","born","Other::init","raw-peer#me",7,"x"]""",
            $"""["me","spawned","{node}#born",7,"x"]""");
        await AskAsync(peer, """["born","ping","raw-peer#me"]""", $"""["me","pong","{node}#born"]""");
        await AskAsync(
            peer,
            """["","AempPeer::call","raw-peer#me","hi",1]""",
            """["me","called","raw-peer","hi",1]""");
    }

    [Fact]
    public async Task Nodes_FindEachOther_AndTellOfGroupsAndNodes()
    {
        using EchoProcess seed = await EchoProcess.StartAsync("--group", "parrots");
        PortId second;
        using (EchoProcess other = await EchoProcess.StartAsync(
            "--group", "parrots", "--node-id", "other", "--seed", seed.Port.NodeId))
        {
            second = other.Port;
            Assert.Equal("other", second.NodeId);
            Assert.Equal(second.NodeId, await seed.ReadAsync("NODEUP "));
            await seed.ReadAsync($"""GRP parrots ["{seed.Port}","{second}"]""");
            await other.ReadAsync($"""GRP parrots ["{seed.Port}","{second}"]""");
        }

        Assert.StartsWith("other [\"transport_error\",\"other\"", await seed.ReadAsync("NODEDOWN "), StringComparison.Ordinal);
        await seed.ReadAsync($"""GRP parrots ["{seed.Port}"]""");
    }

    [Fact]
    public async Task Options_SetTheGreeting_AndTheTime()
    {
        using EchoProcess echo = await EchoProcess.StartAsync(
            "--framing", "json,cbor", "--accept", "hmac_sha3_512,cleartext", "--max-message", "2000", "--time", "20");
        using RawPeer peer = await RawPeer.ConnectAsync(echo.EndPoint);

        string[] greeting = (await peer.ReadLineAsync()).Split(';');

        Assert.Equal("hmac_sha3_512,cleartext", greeting[3]);
        Assert.Equal("json,cbor", greeting[4]);
        using RawPeer talkative = await RawPeer.AuthenticateAsync(echo.EndPoint, "json");
        await talkative.SendAsync($"""["x","{new string('x', 3_000)}"]""");
        await talkative.ReadToEndAsync();
    }

    [Fact]
    public async Task Time_EndsIt() =>
        Assert.Equal(0, (await SampleProgram.RunAsync("Echo", ["--secret", "a secret of its own", "--time", "0.1"])).ExitCode);

    [Theory]
    [InlineData("there is no option '--frobnicate'", "--frobnicate", "1")]
    [InlineData("'--bind' has no value", "--bind")]
    [InlineData("--time takes a number, not 'long'", "--time", "long")]
    [InlineData("there is no method 'storable'", "--accept", "storable")]
    [InlineData("Framings is 'storable'", "--framing", "storable", "--secret", "a secret of its own")]
    public async Task BadArguments_AreAnErrorWithExitCode2(string message, params string[] arguments)
    {
        ProgramRun run = await SampleProgram.RunAsync("Echo", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    private static async Task AskAsync(RawPeer peer, string request, string answer)
    {
        await peer.SendAsync(request);
        Assert.Equal(answer, await peer.ReadTextAsync(answer.Length));
    }

    private static async Task<PortId> MakeAsync(RawPeer peer, string port)
    {
        await peer.SendAsync($"""["{port}","make","raw-peer#me"]""");
        string answer = "";
        while (!answer.EndsWith(']'))
        {
            answer += await peer.ReadTextAsync(1);
        }

        using JsonDocument made = JsonDocument.Parse(answer);
        Assert.Equal("made", made.RootElement[1].GetString());
        return PortId.Parse(made.RootElement[2].GetString()!);
    }
}
