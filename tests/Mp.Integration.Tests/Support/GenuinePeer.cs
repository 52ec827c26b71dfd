using Mp.TestKit;

namespace Mp.Integration.Tests.Support;

/// <summary>Proves that a node still serves: another node sends it a message, and gets the answer.</summary>
internal static class GenuinePeer
{
    /// <summary>Sends a message from a node of its own, and waits for the answer.</summary>
    public static async Task ExchangeAsync(Node server)
    {
        await using Node client = await PublicNode.StartAsync();
        await ExchangeAsync(client, server.CreatePort(new EchoPort()));
    }

    /// <summary>Sends a message, and waits for the answer.</summary>
    public static async Task ExchangeAsync(Node client, PortId echo)
    {
        var answers = new RecordingPort();
        PortId me = client.CreatePort(answers);

        // Written, so that it is not recognised as a port of this process.
        client.Snd(echo.ToString(), "ping", me, 1L, "still there");

        Assert.Equal(["pong", 2L, "still there"], Assert.Single(await answers.WaitForAsync(1)));
    }
}
