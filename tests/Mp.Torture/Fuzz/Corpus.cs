using System.Buffers.Binary;
using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>
/// Frames that are right, to begin from: what other implementations wrote, and forms that are unusual.
/// </summary>
internal static class Corpus
{
    // Longer ones would take most of the time, and show little more.
    private const int MaxBytes = 400;
    private const int MaxFrames = 200;
    private const int UnusualFrames = 20;

    private static readonly string[] UnusualCbor =
    [
        "9f6170ff", "9f61709f01ffff", "826170bf61610161620203ff", "8261707f616161625f", "8261707f61616162ff",
        "8261705f41014102ff", "d9d9f7826170c11a6955b900", "826170c248ffffffffffffffff", "826170c3487fffffffffffffff",
        "826170c074323032362d30312d30315430303a30303a30305a", "826170f93e00", "826170f7", "826170d81843010203",
        "83417043616263a1416b41ff", "826170bf7f6161ff9f80a0ffff", "9f60fb7ff8000000000000f97c00f90001ff",
        "8161", "80", "8160", "9b000000000000000261701b0000000000000001",
    ];

    private static readonly string[] UnusualJson =
    [
        "[]", " [ ] ", "[\"p\"]", "[null]", "[7,8]", "[\"p\",{}]\n[\"q\",[[],[{}]]]",
        "[\"p\",\"\\ud83c\\udf0d\\u0000\"]",
        "[\"p\",1e2,-0,-0.0,1E+10,0.1]", "[\"p\",{\"a\":{\"a\":{\"a\":[]}}}]", "[\"p\",\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"p\",18446744073709551615,18446744073709551616]", "[\"p\",true,false,null,\"é\u2028\"]",
    ];

    private static readonly string[] UnusualMessagePack =
    [
        "92a170c70500ff01020304", "92a170d6ff00000000", "92a170d7ff0000000400000000",
        "92a170c70cff00000000ffffffffffffffff",
        "dc0002a170d30000000000000001", "dd00000001d90170", "92a170de0001a16101", "92a170df00000001da000161dc0000",
        "92a170c500030102ff", "92a170ca7fc00000", "90", "91c0", "91a0", "9107", "92a1709182a16181a162c0a16391c2",
    ];

    /// <summary>About 200 frames of a format, each whole, always the same.</summary>
    public static IReadOnlyList<byte[]> Of(Framing format)
    {
        IEnumerable<byte[]> frames = format switch
        {
            Framing.MessagePack => Golden("msgpack-python", "msgpack-javascript")
                .Select(static value => (byte[])[0x92, 0xa1, (byte)'p', .. value])
                .Concat(UnusualMessagePack.Select(Convert.FromHexString))
                .Select(WithLength),
            Framing.Cbor => Golden("cbor-perl").Select(static value => (byte[])[0x82, 0x41, (byte)'p', .. value])
                .Concat(UnusualCbor.Select(Convert.FromHexString)),
            _ => Golden("json-python", "json-perl")
                .Select(static value => (byte[])[.. "[\"p\","u8, .. value, .. "]"u8])
                .Concat(UnusualJson.Select(System.Text.Encoding.UTF8.GetBytes)),
        };
        byte[][] all = [.. frames.DistinctBy(Convert.ToHexString).Where(static frame => frame.Length <= MaxBytes)];

        // Spread over all there are, so that no source is left out; the unusual ones, which come last, are all in it.
        byte[][] usual = all[..^UnusualFrames];
        int wanted = Math.Min(usual.Length, MaxFrames - UnusualFrames);
        return
        [
            .. usual.Where((_, index) => (index + 1) * wanted / usual.Length > index * wanted / usual.Length),
            .. all[^UnusualFrames..],
        ];
    }

    /// <summary>The frame of a body in MessagePack.</summary>
    public static byte[] WithLength(byte[] body)
    {
        byte[] frame = [0, 0, 0, 0, .. body];
        WriteLength(frame);
        return frame;
    }

    /// <summary>Writes to the front of a frame in MessagePack how long it is.</summary>
    public static void WriteLength(Span<byte> frame) =>
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - sizeof(int));

    private static IEnumerable<byte[]> Golden(params string[] names) => names
        .SelectMany(static name => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".txt")))
        .Where(static line => line != "-")
        .Select(Convert.FromHexString);
}
