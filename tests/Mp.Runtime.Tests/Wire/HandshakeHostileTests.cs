using Mp.TestKit.Handshakes;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

/// <summary>What a peer without the secret can send: none of it authenticates, and none of it throws.</summary>
public sealed class HandshakeHostileTests
{
    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesBySecret), MemberType = typeof(GoldenHandshakes))]
    public void EveryPrefix_OfARecording_IsNotEnough(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        foreach (HandshakeRole role in Enum.GetValues<HandshakeRole>())
        {
            (GoldenEnd own, GoldenEnd peer) = golden.EndsOf(role);
            for (int length = 0; length < peer.Lines.Length; length++)
            {
                var run = new HandshakeRun(own.Replay(role, golden.Secret));

                HandshakeState state = run.Feed(peer.Lines.AsSpan(0, length));

                Assert.Equal(HandshakeState.NeedMore, state);
            }
        }
    }

    [Theory]
    [InlineData("2.02 json both ways")]
    [InlineData("2.02 mixed framing")]
    public void EveryFlippedBit_OfARecording_IsRefused(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        foreach (HandshakeRole role in Enum.GetValues<HandshakeRole>())
        {
            (GoldenEnd own, GoldenEnd peer) = golden.EndsOf(role);
            byte[] lines = peer.Lines;
            for (int bit = 0; bit < 8 * lines.Length; bit++)
            {
                var run = new HandshakeRun(own.Replay(role, golden.Secret));
                byte[] flipped = [.. lines];
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));

                HandshakeState state = run.Feed(flipped);

                Assert.True(state is HandshakeState.Failed or HandshakeState.NeedMore, $"bit {bit}: {state}");
                Assert.Equal(state == HandshakeState.Failed, run.Handshake.FailureReason.Length > 0);
            }
        }
    }

    [Fact]
    public void RandomMutations_OfARecording_NeverAuthenticate()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 mixed framing");
        byte[] interesting = [.. ";,=\r\n\0 aemp1;json"u8, 0xff, 0x80];
        var random = new Random(1);
        for (int round = 0; round < 5000; round++)
        {
            HandshakeRole role = (HandshakeRole)random.Next(2);
            (GoldenEnd own, GoldenEnd peer) = golden.EndsOf(role);
            var lines = peer.Lines.ToList();
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                int position = random.Next(lines.Count);
                switch (random.Next(3))
                {
                    case 0:
                        lines[position] ^= (byte)random.Next(1, 256);
                        break;
                    case 1:
                        lines.RemoveRange(position, Math.Min(random.Next(1, 200), lines.Count - position - 1));
                        break;
                    default:
                        lines.InsertRange(position, random.GetItems(interesting, random.Next(1, 5)));
                        break;
                }
            }

            if (peer.IsSaidBy([.. lines]))
            {
                continue;
            }

            var run = new HandshakeRun(own.Replay(role, golden.Secret));

            HandshakeState state = run.Feed([.. lines]);

            Assert.True(state is HandshakeState.Failed or HandshakeState.NeedMore);
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001\0\n")]
    [InlineData("\u0004\u0001\0\u0050\u007f\0\0\u0001\0\n")]
    [InlineData("\n")]
    [InlineData(";;;;\n")]
    public void AnotherProtocol_IsRefused(string input)
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 json both ways");
        var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret));

        HandshakeState state = run.Feed(input);

        Assert.Equal(HandshakeState.Failed, state);
        Assert.Equal(golden.Acceptor.Greeting, run.Sent);
    }
}
