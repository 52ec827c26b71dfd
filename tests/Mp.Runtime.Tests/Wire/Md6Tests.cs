using System.Text;
using Mp.Wire.Authentication;

namespace Mp.Runtime.Tests.Wire;

/// <summary>MD6 and the code made with it. What a whole handshake makes of them is in the recordings.</summary>
public sealed class Md6Tests
{
    /// <summary>The first two are published; the others are of another implementation, not checked further.</summary>
    [Theory]
    [InlineData("", 1, "bca38b24a804aa37d821d31af00f5598230122c5bbfc4c4ad5ed40e4258f04ca")]
    [InlineData("616263", 1, "230637d4e6845cf0d092b558e87625f03881dd53a7439da34cf3b94ed0d8b2c5")]
    [InlineData("00", 64, "7c75a833403ea1bf0b0c27374e552d056db400b24474ef11758e6ad80d8dc715")]
    [InlineData("11223344556677", 100, "4cf21cb0fb097ceb2829266e9bd2c6c77247d22f02175a7f493e7007c6502c28")]
    [InlineData("6c", 5000, "47ca2057874b95276fc99139b8abd539798ba1095873290260bc81e120c523b6")]
    public void HashData_OfRepeatedBytes_IsAsKnown(string hex, int times, string expected)
    {
        byte[] part = Convert.FromHexString(hex);
        byte[] message = [.. Enumerable.Repeat(part, times).SelectMany(static bytes => bytes)];

        byte[] hash = Md6.HashData(message);

        Assert.Equal(expected, Convert.ToHexStringLower(hash));
    }

    /// <summary>A block is 512 bytes, and four of them make one of the next level.</summary>
    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(2047)]
    [InlineData(2048)]
    public void HashData_AtTheEndOfABlock_ChangesWithEveryByte(int length)
    {
        byte[] message = new byte[length];

        string[] hashes =
        [
            Convert.ToHexString(Md6.HashData(message)),
            Convert.ToHexString(Md6.HashData([.. message, 0])),
            Convert.ToHexString(Md6.HashData([.. message[1..], 1])),
        ];

        Assert.Equal(3, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void HmacData_OfALongKey_IsThatOfTheKeysHash()
    {
        byte[] key = Encoding.ASCII.GetBytes(new string('k', 65));
        byte[] message = [1, 2, 3];

        byte[] code = HmacMd6.HashData(key, message);

        Assert.Equal(HmacMd6.HashData(Md6.HashData(key), message), code);
        Assert.NotEqual(HmacMd6.HashData(key.AsSpan(0, 64), message), code);
    }
}
