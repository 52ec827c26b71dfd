using System.Security.Cryptography;
using System.Text;
using Mp.TestKit.Handshakes;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class HmacSha3Tests
{
    [Fact]
    public void HashData_OfEveryVector_IsAsRecorded()
    {
        Assert.NotEmpty(GoldenHandshake.Codes);
        foreach (GoldenHandshake.Code code in GoldenHandshake.Codes)
        {
            AssertCode(Convert.FromHexString(code.Key), Convert.FromHexString(code.Data), code.Expected);
        }
    }

    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesOfSha3), MemberType = typeof(GoldenHandshakes))]
    public void HashData_OfEveryHandshake_IsAsRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        byte[] key = Encoding.UTF8.GetBytes(golden.Secret!);

        AssertCode(key, [.. golden.Connector.Greeting, .. golden.Acceptor.Greeting], golden.Connector.Code);
        AssertCode(key, [.. golden.Acceptor.Greeting, .. golden.Connector.Greeting], golden.Acceptor.Code);
    }

    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesWithinTls), MemberType = typeof(GoldenHandshakes))]
    public void Sha3_OfEveryHandshakeWithinTls_IsAsRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        byte[] hash = new byte[Sha3.HashBytes];

        Sha3.HashData([.. golden.Connector.Greeting, .. golden.Acceptor.Greeting], hash);
        Assert.Equal(golden.Connector.Code, Convert.ToHexStringLower(hash));

        Sha3.HashData([.. golden.Acceptor.Greeting, .. golden.Connector.Greeting], hash);
        Assert.Equal(golden.Acceptor.Code, Convert.ToHexStringLower(hash));
    }

    // From FIPS 202's example values.
    [Theory]
    [InlineData("", "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a6"
        + "15b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26")]
    [InlineData("abc", "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
        + "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0")]
    public void Sha3_OfPublishedExamples_IsAsPublished(string text, string expected)
    {
        byte[] hash = new byte[Sha3.HashBytes];

        Sha3.HashData(Encoding.ASCII.GetBytes(text), hash);

        Assert.Equal(expected, Convert.ToHexStringLower(hash));
    }

    /// <summary>All lengths around the block of 72 bytes, by whatever pieces it is taken in.</summary>
    [Fact]
    public void Sha3_OfAnyLengthInPieces_IsTheSameAsAtOnceAndAsThePlatforms()
    {
        byte[] data = new byte[300];
        new Random(1).NextBytes(data);
        byte[] atOnce = new byte[Sha3.HashBytes];
        byte[] inPieces = new byte[Sha3.HashBytes];
        for (int length = 0; length <= data.Length; length++)
        {
            Sha3.HashData(data.AsSpan(0, length), atOnce);
            var sha3 = new Sha3();
            sha3.Append(data.AsSpan(0, length / 3));
            sha3.Append(data.AsSpan(length / 3, length - (length / 3)));
            sha3.Finish(inPieces);

            Assert.Equal(atOnce, inPieces);
            if (SHA3_512.IsSupported)
            {
                Assert.Equal(SHA3_512.HashData(data.AsSpan(0, length)), atOnce);
            }
        }
    }

    private static void AssertCode(byte[] key, byte[] data, string expected)
    {
        byte[] hash = new byte[HmacSha3.HashBytes];

        HmacSha3.HashData(key, data, hash);
        Assert.Equal(expected, Convert.ToHexStringLower(hash));

        HmacSha3.HashDataManaged(key, data, hash);
        Assert.Equal(expected, Convert.ToHexStringLower(hash));
    }
}
