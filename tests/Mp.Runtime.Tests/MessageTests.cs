using Mp.Messages;
using Mp.Runtime.Tests.Ports;

namespace Mp.Runtime.Tests;

public sealed class MessageTests
{
    [Fact]
    public void ToString_ShowsTheElementsOnOneLine()
    {
        var id = PortId.Parse("node#port");

        string text = Message.Create("tag", 1, -2.5, true, false, null, id, "a\nb").ToString();

        Assert.Equal("[\"tag\", 1, -2.5, true, false, null, \"node#port\", \"a\\u000ab\"]", text);
    }

    [Fact]
    public void ToString_ShowsWhatIsInArraysAndMaps()
    {
        object?[] array = ["a", 1, null, new Dictionary<string, object?> { ["b"] = (object?[])[2.5] }];

        Assert.Equal("[\"tag\", [\"a\", 1, null, {\"b\": [2.5]}]]", Message.Create("tag", (object)array).ToString());
    }

    [Fact]
    public void ToString_OfAnArrayThatHoldsItself_Ends()
    {
        object?[] array = [null, null, null];
        Array.Fill(array, array);

        Assert.Contains("...", Message.Create("tag", (object)array).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfTypedIds_ShowsTheId() => Assert.Equal(
        "[\"a\", \"node#port\"]",
        Message.Create("a", new PortId<ScriptedPort>(PortId.Parse("node#port"))).ToString());

    [Fact]
    public async Task ToString_OfAPort_ShowsItsId()
    {
        await using Node node = await Node.StartAsync();
        BarePort port = node.CreatePort();

        Assert.Equal($"[\"a\", \"{port.Self}\"]", Message.Create("a", port).ToString());
    }

    [Fact]
    public void Create_OfATagAndElements_BoxesNone()
    {
        Assert.IsType<TagMessage>(Message.Create("a"));
        Assert.IsType<TypedMessage<int, string>>(Message.Create("a", 1, "b"));
        Assert.Equal("[1, \"b\"]", Message.Create(1, "b").ToString());
        Assert.Equal(
            "[\"a\", 1, 2, 3, 4, 5, 6, 7, 8]",
            Message.Create("a", 1, 2, 3, 4, 5, 6, 7, 8).ToString());
    }

    [Fact]
    public void Create_OfNothing_IsAnEmptyMessage()
    {
        Message message = Message.Create();

        Assert.Equal(0, message.Count);
        Assert.Null(message.Tag);
        Assert.Equal("[]", message.ToString());
    }

    [Fact]
    public void CloneForQueue_SharesTheElementsButNoQueue()
    {
        Message message = Message.Create("tag", new object());
        message.Next = Message.Create("next");

        Message clone = message.CloneForQueue();

        Assert.Null(clone.Next);
        Assert.Same(message[1], clone[1]);
        Assert.NotSame(message, clone);
    }
}
