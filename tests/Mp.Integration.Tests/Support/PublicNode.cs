using System.Net;

namespace Mp.Integration.Tests.Support;

/// <summary>Starts nodes that listen on loopback, over real sockets.</summary>
internal static class PublicNode
{
    /// <summary>What every genuine peer in these tests knows.</summary>
    public const string SecretText = "the secret of the integration tests";

    /// <summary>Any free port of this machine, reached by nobody else.</summary>
    public const string AnyPort = "127.0.0.1:0";

    /// <summary>The options that every node of these tests has.</summary>
    public static NodeOptions Options => new() { Secret = Secret.FromText(SecretText) };

    /// <summary>Starts a node that listens.</summary>
    public static async Task<Node> StartAsync(NodeOptions? options = null, string bind = AnyPort)
    {
        Node node = await Node.StartAsync(options ?? Options);
        await node.BecomePublicAsync(bind);
        return node;
    }

    /// <summary>Where a node listens: its ID says it.</summary>
    public static IPEndPoint EndPointOf(Node node) => IPEndPoint.Parse(node.Id);
}
