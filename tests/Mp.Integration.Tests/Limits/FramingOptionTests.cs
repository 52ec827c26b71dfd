using Mp.Integration.Tests.RawPeers;
using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.Limits;

public sealed class FramingOptionTests
{
    [Theory]
    [InlineData("msgpack,cbor,json")]
    [InlineData("json,cbor")]
    [InlineData("cbor")]
    public async Task Greeting_ListsTheFramings_InTheirOrder(string framings)
    {
        await using Node node = await PublicNode.StartAsync(
            PublicNode.Options with { Framings = framings.Split(',') });
        using RawPeer peer = await RawPeer.ConnectAsync(node);

        Assert.Equal(framings, (await peer.ReadLineAsync()).Split(';')[4]);
    }

    [Fact]
    public void Framings_AreAllThereAre_ByDefault() =>
        Assert.Equal(["msgpack", "cbor", "json"], new NodeOptions().Framings);

    [Theory]
    [InlineData("")]
    [InlineData("json,json")]
    [InlineData("json,storable")]
    public async Task Framings_ThatAreNone_AreAnError(string framings)
    {
        var options = new NodeOptions { Framings = framings.Split(',', StringSplitOptions.RemoveEmptyEntries) };

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await Node.StartAsync(options));
        Assert.Contains("msgpack, cbor, json", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }
}
