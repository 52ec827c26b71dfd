namespace Mp.Integration.Tests.MessagePackCSharp;

/// <summary>Objects, and the bytes that the documented rules of MessagePack-CSharp make of them.</summary>
public sealed class Corpus : TheoryData<string, CorpusEntry>
{
    public Corpus()
    {
        // Numbers as keys: an array as long as the highest key says. Key 1 is nobody's: nil. An array of doubles is
        // one of 0xcb and eight bytes each. What is ignored is not there.
        Add(
            "numbers",
            new Numbered { Id = 200, Name = "é", Values = [1.5], Cached = 9 },
            "94 ccc8 c0 a2c3a9 91cb3ff8000000000000");
        Add("numbers, null", new Numbered(), "94 00 c0 c0 90");

        // Texts as keys: a map, in the order of declaration.
        Add("texts", new Texts { Id = -33, Tags = ["a"] }, "82 a26964 d0df a474616773 91a161");

        // Names as keys: all that is public, properties first, then fields, but for what is only computed. A float is
        // 0xca and four bytes; bytes are binary.
        Add(
            "names",
            new Named { Rate = 0.5f, IsOpen = true, Data = [1, 2] },
            "83 a649734f70656e c3 a444617461 c4020102 a452617465 ca3f000000");

        // What is inherited is written first; but where keys are texts, no field before a property.
        Add("names, derived", new Late { A = 1, B = 2, C = 3 }, "83 a141 01 a142 02 a143 03");
        Add("texts, derived", new LateTexts { A = 1, B = 2, C = 3 }, "83 a161 01 a163 03 a162 02");

        // A Guid and a decimal are texts. A DateTime is the timestamp extension, of 32 bits where that is enough; a
        // DateTimeOffset an array of its local time so labelled, and the offset in minutes. A TimeSpan and a TimeOnly
        // are ticks, a DateOnly its day. A BigInteger is bytes, the lowest first; Uri and Version are texts; a
        // character is its code.
        Add(
            "values",
            new Values
            {
                Guid = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
                Decimal = 1.50m,
                DateTime = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                DateTimeOffset = new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
                TimeSpan = TimeSpan.FromSeconds(1),
                DateOnly = new DateOnly(2026, 1, 1),
                TimeOnly = new TimeOnly(0, 0, 1),
                BigInteger = 256,
                Uri = new Uri("http://x/"),
                Version = new Version(1, 2, 3),
                Character = 'x',
            },
            "9c d92430663866616435622d643963622d343639662d613136352d373038363737323839353065 a4312e3530 d6ff6955b900"
                + "92d6ff6955d52078 ce00989680 ce000b4920 ce00989680 c4020001 a9687474703a2f2f782f a5312e322e33 78 c0");

        // An integer is as short as it can be, whatever its type.
        Add(
            "integers",
            new Integers
            {
                SByte = -32,
                Int16 = -129,
                Int32 = -32769,
                Int64 = long.MinValue,
                Byte = 127,
                UInt16 = 128,
                UInt32 = 65535,
                UInt64 = ulong.MaxValue,
            },
            "98 e0 d1ff7f d2ffff7fff d38000000000000000 7f cc80 cdffff cfffffffffffffffff");

        // A struct is as a class. The parameters of the constructor are for keys 0 and 1, whatever they are called.
        Add("struct", new Point(-1, 65536), "92 ff ce00010000");

        // A record by its properties; a generic one as any other.
        Add("record", new Pair<string?>("x", null), "92 a178 c0");

        // Objects within objects; an enum is its number; what has no value is nil; a dictionary is a map.
        Add(
            "nested",
            new Nested { Point = new Point(1, 2), Pair = new(3, 4), Level = Level.High, Map = { ["k"] = 5 } },
            "96 920102 c0 920304 cd012c c0 81a16b05");
        Add("negative enum", new Nested { Level = Level.Low, Count = 7 }, "96 920000 c0 c0 ff 07 80");

        // What is inherited has its place among the keys.
        Add("derived", new Derived { Inherited = 1, Own = 2 }, "92 01 02");

        // Without a member there is an array of none.
        Add("empty", new Empty(), "90");

        // A union is an array of its key and the object; nil is nil.
        Add<IShape>("union", new Square { Side = 2 }, "92 cd012c 9102");
        Add(
            "unions",
            new Drawing { Shapes = [new Circle { Radius = 1 }, new Square { Side = 2 }] },
            "92 c0 92 92009101 92cd012c9102");
    }

    private void Add<T>(string name, T value, string bytes) =>
        Add(name, new CorpusEntry<T>(value, bytes.Replace(" ", "", StringComparison.Ordinal)));
}
