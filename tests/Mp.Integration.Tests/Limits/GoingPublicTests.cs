using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Limits;

/// <summary>A node goes public once, where it was told to, or stays as it was.</summary>
public sealed class GoingPublicTests
{
    [Theory]
    [InlineData("192.0.2.1:0")]
    [InlineData("[2001:db8::1]:0")]
    public async Task BecomePublic_BeyondLoopback_IsRefusedUnlessAllowed(string bind)
    {
        await using Node node = await Node.StartAsync(PublicNode.Options);

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync(bind));

        Assert.Contains(nameof(NodeOptions.AllowInsecureRemote), exception.Message, StringComparison.Ordinal);
        await node.BecomePublicAsync(PublicNode.AnyPort);
    }

    [Fact]
    public async Task BecomePublic_BeyondLoopback_IsTriedIfAllowed()
    {
        await using Node node = await Node.StartAsync(PublicNode.Options with { AllowInsecureRemote = true });

        // An address for documentation, which no machine has: allowed, but not to be had.
        var exception = await Assert.ThrowsAsync<IOException>(
            async () => await node.BecomePublicAsync("192.0.2.1:0"));

        Assert.Contains("192.0.2.1:0", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0.0.0:0")]
    [InlineData("[::]:0")]
    public async Task BecomePublic_OnEveryAddress_IsRefused_AsNobodyCouldDialIt(string bind)
    {
        await using Node node = await Node.StartAsync(PublicNode.Options with { AllowInsecureRemote = true });

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync(bind));

        Assert.Contains(bind, exception.Message, StringComparison.Ordinal);
        Assert.Contains("dial", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BecomePublic_AtMoreEndPointsThanAnIdCanName_IsRefused_BeforeAnythingIsOpened()
    {
        await using Node node = await Node.StartAsync(PublicNode.Options);

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync([.. Enumerable.Repeat(PublicNode.AnyPort, 20)]));

        Assert.Contains("255", exception.Message, StringComparison.Ordinal);
        await node.BecomePublicAsync(PublicNode.AnyPort);
    }

    [Fact]
    public async Task BecomePublic_WhereAnotherNodeListens_LeavesTheNodePrivateAndUsable()
    {
        await using Node first = await PublicNode.StartAsync();
        await using Node second = await Node.StartAsync(PublicNode.Options);
        string privateId = second.Id;
        var port = new RecordingPort();
        PortId id = second.CreatePort(port);

        var exception = await Assert.ThrowsAsync<IOException>(
            async () => await second.BecomePublicAsync(PublicNode.AnyPort, first.Id));

        Assert.Contains(first.Id, exception.Message, StringComparison.Ordinal);
        Assert.Equal(privateId, second.Id);
        second.Snd(id, "still here");
        Assert.Equal(["still here"], Assert.Single(await port.WaitForAsync(1)));
        await second.BecomePublicAsync(PublicNode.AnyPort);
        await GenuinePeer.ExchangeAsync(second);
        await GenuinePeer.ExchangeAsync(first);
    }

    [Fact]
    public async Task BecomePublic_ASecondTime_IsAnError_AndChangesNothing()
    {
        await using Node node = await PublicNode.StartAsync();
        string id = node.Id;

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await node.BecomePublicAsync(PublicNode.AnyPort));

        Assert.Contains(id, exception.Message, StringComparison.Ordinal);
        Assert.Equal(id, node.Id);
        await GenuinePeer.ExchangeAsync(node);
    }

    [Fact]
    public async Task BecomePublic_ManyTimesAtOnce_SucceedsOnce()
    {
        await using Node node = await Node.StartAsync(PublicNode.Options);

        Exception?[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Record.ExceptionAsync(async () => await node.BecomePublicAsync(PublicNode.AnyPort))));

        Assert.Single(outcomes, static outcome => outcome is null);
        Assert.Equal(7, outcomes.OfType<InvalidOperationException>().Count());
    }

    [Fact]
    public async Task BecomePublic_OnSeveralEndPoints_HasThemAllInItsId()
    {
        await using Node node = await Node.StartAsync(PublicNode.Options);

        await node.BecomePublicAsync(PublicNode.AnyPort, PublicNode.AnyPort, PublicNode.AnyPort);

        Assert.Equal(3, node.Ref.EndPoints.Count);
        await GenuinePeer.ExchangeAsync(node);
    }

    [Fact]
    public async Task BecomePublic_WithSeveralMistakes_NamesThemAll()
    {
        using var folder = new TemporaryFolder();
        await using Node node = await Node.StartAsync(new NodeOptions
        {
            SecretFile = Path.Combine(folder.Path, "no such file"),
        });

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync("no end point", "0.0.0.0:0", "127.0.0.1:99999"));

        Assert.Equal(4, exception.Problems.Count);
        Assert.Contains("no such file", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'no end point'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("99999", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndedNode_FreesItsPlace_AndRefusesToBeUsed()
    {
        Node node = await PublicNode.StartAsync();
        string id = node.Id;
        PortId port = node.CreatePort(new EchoPort());
        await GenuinePeer.ExchangeAsync(node);

        await node.DisposeAsync();
        await node.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => node.Snd(port, "ping"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await node.BecomePublicAsync(id));
        await using Node next = await PublicNode.StartAsync(bind: id);
        await GenuinePeer.ExchangeAsync(next);
    }
}
