using System.Text;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

public sealed class WrittenPortIdsTests
{
    [Fact]
    public void Ids_AreWhatTheirTextsSay_HoweverOftenAndInWhateverOrder()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(static number => $"127.0.0.1:4040#port{number}"), "a#", "a#b"];
        foreach (string text in texts.Concat(texts.Reverse()).Concat(texts))
        {
            Assert.True(WrittenPortIds.TryParse(Encoding.UTF8.GetBytes(text), out PortId id));
            Assert.Equal(text, id.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("node")]
    [InlineData("#port")]
    [InlineData("no de#port")]
    public void WhatIsNoId_IsNone_HoweverOften(string text)
    {
        Assert.False(WrittenPortIds.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.False(WrittenPortIds.TryParse(Encoding.UTF8.GetBytes(text), out PortId id));
        Assert.True(id.IsNone);
    }

    [Fact]
    public void Id_ThatCameBefore_CostsNothing()
    {
        byte[] text = Encoding.UTF8.GetBytes("127.0.0.1:4040#again");
        _ = WrittenPortIds.TryParse(text, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = WrittenPortIds.TryParse(text, out _);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
