using System.Text;
using Mp.Codecs;

namespace Mp.Runtime.Tests.Codecs;

public sealed class ShortTextTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, ShortText.MaxLength + 1)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void TryNarrow_OfAscii_IsItsBytes(int length)
    {
        string text = string.Concat(Enumerable.Range(0, length).Select(static index => (char)((index * 37) % 128)));
        byte[] target = new byte[length];

        Assert.True(ShortText.TryNarrow(text, target));
        Assert.Equal(Encoding.ASCII.GetBytes(text), target);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void TryNarrow_OfOneOtherCharacter_WhereverItIs_IsRefused(int length)
    {
        foreach (char other in "\u0080\u00e9\u0100\u4141\uff80\ud83c")
        {
            for (int at = 0; at < length; at++)
            {
                char[] text = [.. Enumerable.Repeat('a', length)];
                text[at] = other;

                Assert.False(ShortText.TryNarrow(text, new byte[length]), $"{(int)other:x} at {at} of {length}");
            }
        }
    }
}
