using System.Buffers.Binary;
using System.Text;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>Something that a genuine peer never sends.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Framing">In which framing.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record BadFrame(string Name, string Framing, byte[] Bytes)
{
    private const byte NeverUsed = 0xc1;
    private const int Deep = 100_000;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadFrame> All { get; } =
    [
        new("4 GiB claimed", "msgpack", [0xff, 0xff, 0xff, 0xff, 0x91]),
        new("2 GiB claimed", "msgpack", [0x80, 0x00, 0x00, 0x00, 0x91]),
        new("one byte too long", "msgpack", [0x01, 0x00, 0x00, 0x01]),
        new("no bytes at all", "msgpack", [0, 0, 0, 0]),
        Packed("never used code", 0x91, NeverUsed),
        Packed("never used code, nested", 0x92, 0xa1, (byte)'p', 0x91, NeverUsed),
        Packed("no array", 0x80),
        Packed("longer than its message", 0x91, 0xa1, (byte)'p', 0xc0),
        Packed("array shorter than claimed", 0x93, 0xa1, (byte)'p', 0x01),
        Packed("4 Gi elements claimed", 0xdd, 0xff, 0xff, 0xff, 0xff),
        Packed("4 Gi elements claimed, nested", 0x92, 0xa1, (byte)'p', 0xdd, 0xff, 0xff, 0xff, 0xff),
        Packed("map shorter than claimed", 0x92, 0xa1, (byte)'p', 0x82, 0xa1, (byte)'a', 0x01),
        Packed("4 GiB of text claimed", 0x92, 0xa1, (byte)'p', 0xdb, 0xff, 0xff, 0xff, 0xff),
        Packed("broken UTF-8", 0x92, 0xa1, (byte)'p', 0xa2, 0xc3, 0x28),
        Packed("port name that is an array", 0x91, 0x90),
        Packed("nested deeper than any stack", [0x92, 0xa1, (byte)'p', .. Enumerable.Repeat((byte)0x91, Deep), 0xc0]),
        Cbor("no array", "A0"),
        Cbor("16 EiB of text claimed", "82607BFFFFFFFFFFFFFFFF"),
        Cbor("16 Ei elements claimed", "9BFFFFFFFFFFFFFFFF"),
        Cbor("2 Gi entries claimed, nested", "8260BA7FFFFFFF"),
        Cbor("nested deeper than any stack", string.Concat(Enumerable.Repeat("81", Deep)) + "00"),
        Cbor("nested deeper, by breaks", string.Concat(Enumerable.Repeat("9F", Deep))),
        Cbor("broken UTF-8", "826062C328"),
        Cbor("half a surrogate pair", "826063EDA080"),
        Cbor("undefined initial byte", "82601C"),
        Cbor("break in a definite array", "8260FF"),
        Cbor("key that is no text", "8260A10102"),
        Cbor("key twice", "8260A2416101616102"),
        Cbor("chunk of another type", "82607F4161FF"),
        Cbor("number beyond 64 bits", "82603BFFFFFFFFFFFFFFFF"),
        Json("garbage", "hello"),
        Json("an object", "{}"),
        Json("a number after a message", "[]5[]"),
        Json("broken literal", """["p",nul]"""),
        Json("no comma", """["p" 1]"""),
        Json("mismatched brackets", """["p",[}]"""),
        Json("key without quotes", """["p",{a:1}]"""),
        Json("number too long for anything", """["p",1e999999]"""),
        Json("lone surrogate", """["p","\ud800"]"""),
        Json("control character", "[\"p\",\"\u0001\"]"),
        Json("nested deeper than any stack", new string('[', Deep)),
        new("broken UTF-8", "json", [(byte)'[', (byte)'"', 0xc3, 0x28, (byte)'"', (byte)']']),
        new("zeros", "json", new byte[64]),
    ];

    /// <summary>The name of the test case.</summary>
    public string Title => $"{Framing}: {Name}";

    private static BadFrame Packed(string name, params byte[] body)
    {
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return new BadFrame(name, "msgpack", [.. length, .. body]);
    }

    private static BadFrame Cbor(string name, string hex) => new(name, "cbor", Convert.FromHexString(hex));

    private static BadFrame Json(string name, string text) => new(name, "json", Encoding.UTF8.GetBytes(text));
}
