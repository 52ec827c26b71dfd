using System.Net;
using Mp.Integration.Tests.Processes;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>A peer that shares not a line of code with the product.</summary>
public sealed class PythonClientTests
{
    [RequiresFact("python3")]
    public async Task Client_ExchangesMessagesInJson_AndHearsOfDeaths()
    {
        using var log = new RecordingLoggerFactory();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { LoggerFactory = log });
        node.Register("service", node.CreatePort(new EchoPort()));
        node.Register("victim", node.CreatePort(new EchoPort()));

        ProgramRun run = await RunAsync(node, PublicNode.SecretText);

        Assert.Equal("", run.Errors);
        Assert.Equal(
            [
                "authenticated True True json",
                """["me", "pong", 42, "grüße 😀"]""",
                """["me", "pong", 13, "ü-ü"]""",
                """["me", "pong", -7, "two"]""",
                "found ['me', 'found'] True",
                """["", "kil0", "nobody", "no_such_port"]""",
                """["", "kil0", "victim", "bored", 42]""",
                """["", "kil0", "service", "die", "System.InvalidOperationException: an accident"]""",
                "['me', 'still there']",
            ],
            run.Lines);
        Assert.Empty(log[LogId.Refused]);
    }

    [RequiresFact("python3")]
    public async Task Client_WithAnotherSecret_IsClosedWithoutAnAuthenticationLine()
    {
        using var log = new RecordingLoggerFactory();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { LoggerFactory = log });

        ProgramRun run = await RunAsync(node, "another secret than the node's");

        Assert.Equal(["closed, after 0 bytes more"], run.Lines);
        Assert.Single(await log.WaitForAsync(LogId.Refused));
        await GenuinePeer.ExchangeAsync(node);
    }

    private static Task<ProgramRun> RunAsync(Node node, string secret)
    {
        IPEndPoint target = PublicNode.EndPointOf(node);
        string script = Path.Combine(AppContext.BaseDirectory, "RawPeers", "Python", "client.py");
        return ProgramRun.OfAsync(
            "python3",
            [script, target.Address.ToString(), $"{target.Port}"],
            (NodeOptions.SecretVariable, secret),
            ("PYTHONUTF8", "1"));
    }
}
