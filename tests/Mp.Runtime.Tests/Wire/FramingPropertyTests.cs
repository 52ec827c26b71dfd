using FsCheck;
using FsCheck.Fluent;
using Mp.CompilerServices;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class FramingPropertyTests
{
    private static Arbitrary<int[]> Cuts { get; } = Arb.From(Gen.ArrayOf(Gen.Choose(0, 10_000), 5));

    /// <summary>However the network cuts the bytes up, the same frames come out.</summary>
    [Fact]
    public void MessagePack_OfAnyMessagesAndAnyCut_IsTheSame() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.Messages, Cuts, static (message, cuts) =>
            AssertSame(Framing.MessagePack, message, cuts)));

    [Fact]
    public void Cbor_OfAnyMessagesAndAnyCut_IsTheSame() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.Messages, Cuts, static (message, cuts) =>
            AssertSame(Framing.Cbor, message, cuts)));

    [Fact]
    public void Json_OfAnyMessagesAndAnyCut_IsTheSame() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.JsonMessages, Cuts, static (message, cuts) =>
            AssertSame(Framing.Json, message, cuts)));

    /// <summary>What came as JSON is the very bytes that came as MessagePack; as CBOR, the very values.</summary>
    [Fact]
    public void Framings_OfAnyMessage_Agree() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.JsonMessages, static message =>
        {
            byte[] body = Encoded.Body("port", message);

            ReadFrame messagePack = ReadOne(Framing.MessagePack, body);
            ReadFrame json = ReadOne(Framing.Json, body);
            ReadFrame cbor = ReadOne(Framing.Cbor, body);

            Assert.Equal(messagePack.Elements, json.Elements);
            Assert.Equal(messagePack.Values, cbor.Values);
            Assert.Equal((messagePack.PortName, messagePack.Count), (json.PortName, json.Count));
            Assert.Equal((messagePack.PortName, messagePack.Count), (cbor.PortName, cbor.Count));
        }));

    [Theory]
    [InlineData("msgpack")]
    [InlineData("cbor")]
    [InlineData("json")]
    public void Mutations_AreRefusedOrRead(string name)
    {
        Assert.True(Framings.TryParse(name, out Framing framing));
        byte[] stream = ReadFrame.Write(
            framing,
            Encoded.Body("port", "\" é 🌍", 1.5, -7, null, new Dictionary<string, object?> { ["k"] = 1, ["l"] = "\n" }),
            Encoded.Body("", new object?[] { 1, new object?[] { true } }));
        byte[] interesting = [.. "\"\\[]{}:,0e\tu"u8, 0xc1, 0xff, 0x80, 0xed, 0x9f, 0xbf, 0x5f, 0x7f, 0xf8, 0xfb];
        var random = new Random(3);
        for (int round = 0; round < 5000; round++)
        {
            var mutated = stream.ToList();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int position = random.Next(mutated.Count);
                mutated[position] = random.Next(2) == 0
                    ? interesting[random.Next(interesting.Length)]
                    : (byte)random.Next(256);
            }

            AssertRefusedOrRead(Framings.CreateReader(framing, new WireLimits()), [.. mutated]);
        }
    }

    private static void AssertSame(Framing framing, object?[] message, int[] cuts)
    {
        byte[] stream = ReadFrame.Write(
            framing, Encoded.Body("first", message), Encoded.Body("", "second"), Encoded.Body("third", message));

        List<ReadFrame> frames = ReadAll(framing, stream, [.. cuts.Select(cut => cut % (stream.Length + 1))]);

        Assert.Equal(["first", "", "third"], frames.Select(frame => frame.PortName));
        Assert.Equal(message, frames[0].Values);
        Assert.Equal(["second"], frames[1].Values);
        Assert.Equal(message, frames[2].Values);
    }

    private static ReadFrame ReadOne(Framing framing, byte[] body) =>
        Assert.Single(ReadAll(framing, ReadFrame.Write(framing, body)));

    private static List<ReadFrame> ReadAll(Framing framing, byte[] stream, params int[] cuts) =>
        ReadFrame.All(Framings.CreateReader(framing, new WireLimits()), stream, cuts);

    private static void AssertRefusedOrRead(IFrameReader reader, ReadOnlySpan<byte> stream)
    {
        try
        {
            while (reader.TryRead(stream, out int consumed, out Frame frame))
            {
                stream = stream[consumed..];
                ReadThrough(frame);
            }
        }
        catch (WireFormatException)
        {
            // Refused, by the one exception that ends a link.
        }
    }

    // Whatever was accepted can be read, or passed over, to its end.
    private static void ReadThrough(Frame frame)
    {
        var skipping = new ElementReader(frame.Elements);
        for (int index = 0; index < frame.Count; index++)
        {
            ElementReader reading = skipping;
            Assert.True(skipping.TrySkip());
            if (DynamicCodecs.TryRead(ref reading, out _))
            {
                Assert.Equal(skipping.Position, reading.Position);
            }
        }

        Assert.True(skipping.IsAtEnd);
    }
}
