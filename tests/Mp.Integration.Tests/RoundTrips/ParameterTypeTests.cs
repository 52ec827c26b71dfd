using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>Whatever a parameter's type and whichever the way, the handler sees what was sent.</summary>
public sealed class ParameterTypeTests
{
    [Theory]
    [EachWay]
    public async Task Integers_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        await passage.AssertArrivesAsync("bool", true);
        await passage.AssertArrivesAsync("bool", false);
        await passage.AssertArrivesAsync("sbyte", sbyte.MinValue);
        await passage.AssertArrivesAsync("byte", byte.MaxValue);
        await passage.AssertArrivesAsync("short", short.MinValue);
        await passage.AssertArrivesAsync("ushort", ushort.MaxValue);
        await passage.AssertArrivesAsync("int", int.MinValue);
        await passage.AssertArrivesAsync("uint", uint.MaxValue);
        await passage.AssertArrivesAsync("long", long.MinValue);
        await passage.AssertArrivesAsync("long", long.MaxValue);
        await passage.AssertArrivesAsync("ulong", ulong.MaxValue);
        await passage.AssertArrivesAsync("char", '\uffff');
        await passage.AssertArrivesAsync("color", Color.Blue);
        await passage.AssertArrivesAsync("color", (Color)7);
        await passage.AssertArrivesAsync("wide", Wide.All);
    }

    [Theory]
    [EachWay]
    public async Task FloatingNumbers_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        float[] singles = [0f, -0f, 0.1f, float.MaxValue, float.Epsilon, float.NegativeInfinity, float.NaN];
        foreach (float value in singles)
        {
            await passage.AssertArrivesAsync("float", value);
        }

        double[] doubles = [0d, -0d, 0.1, double.MinValue, double.Epsilon, double.PositiveInfinity, double.NaN];
        foreach (double value in doubles)
        {
            await passage.AssertArrivesAsync("double", value);
        }
    }

    [Theory]
    [EachWay]
    public async Task Strings_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        string[] texts = ["", "x", "\0\r\n\"\\", "grüße, 世界, \U0001F600", new string('ß', 100_000)];
        foreach (string value in texts)
        {
            await passage.AssertArrivesAsync("string", value);
        }
    }

    [Theory]
    [EachWay]
    public async Task OtherValues_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        await passage.AssertArrivesAsync("half", (Half)0.1);
        await passage.AssertArrivesAsync("int128", Int128.MinValue);
        await passage.AssertArrivesAsync("uint128", UInt128.MaxValue);
        await passage.AssertArrivesAsync("big", BigInteger.Pow(-3, 99));
        await passage.AssertArrivesAsync("decimal", 1.50m);
        await passage.AssertArrivesAsync("rune", new Rune(0x1f600));
        await passage.AssertArrivesAsync("guid", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        await passage.AssertArrivesAsync("time", time.AddTicks(1));
        await passage.AssertArrivesAsync("time", DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        await passage.AssertArrivesAsync("offset", new DateTimeOffset(time.Ticks, TimeSpan.FromMinutes(-330)));
        await passage.AssertArrivesAsync("date", DateOnly.MaxValue);
        await passage.AssertArrivesAsync("clock", TimeOnly.MaxValue);
        await passage.AssertArrivesAsync("span", TimeSpan.MinValue);
        await passage.AssertArrivesAsync("uri", new Uri("http://xn--n3h.net/?q=ü#f"));
        await passage.AssertArrivesAsync("version", new Version(1, 2, 3));
        await passage.AssertArrivesAsync<Guid?>("guid?", null);
        await passage.AssertArrivesAsync<DateTime?>("time?", time);
        await passage.AssertArrivesAsync<Uri?>("uri?", null);
        await passage.AssertArrivesAsAsync("decimal", 7, 7m);
    }

    [Theory]
    [EachWay]
    public async Task PortIds_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        await passage.AssertArrivesAsync("port", (PortId)passage.Port);
        await passage.AssertArrivesAsync("port", PortId.Parse("somewhere:4040#else"));
        await passage.AssertArrivesAsAsync("port", "somewhere:4040#else", PortId.Parse("somewhere:4040#else"));
        await passage.AssertArrivesAsync("typed port", passage.Port);
        await passage.AssertArrivesAsync("ports", new PortId[] { passage.Port, PortId.Parse("a:1,b:2#c#d") });
    }

    [Theory]
    [EachWay]
    public async Task Bytes_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);
        byte[] all = [.. Enumerable.Range(0, 256).Select(static value => (byte)value)];

        await passage.AssertArrivesAsync("bytes", Array.Empty<byte>());
        await passage.AssertArrivesAsync("bytes", all);
        await passage.AssertArrivesAsync("bytes", new byte[1024 * 1024]);
        await passage.AssertArrivesAsync("memory", all);
        await passage.AssertArrivesAsAsync("memory", new ReadOnlyMemory<byte>(all, 1, 254), all[1..^1]);
        await passage.AssertArrivesAsAsync("bytes", new ReadOnlyMemory<byte>(all, 1, 254), all[1..^1]);
        await passage.AssertArrivesAsync("object?", all);
    }

    [Theory]
    [EachWay]
    public async Task NullableTypes_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        await passage.AssertArrivesAsync<int?>("int?", null);
        await passage.AssertArrivesAsync<int?>("int?", -7);
        await passage.AssertArrivesAsync<double?>("double?", null);
        await passage.AssertArrivesAsync<double?>("double?", 0.5);
        await passage.AssertArrivesAsync<bool?>("bool?", null);
        await passage.AssertArrivesAsync<bool?>("bool?", true);
        await passage.AssertArrivesAsync<Color?>("color?", null);
        await passage.AssertArrivesAsync<Color?>("color?", Color.Blue);
        await passage.AssertArrivesAsync<PortId?>("port?", null);
        await passage.AssertArrivesAsync<PortId?>("port?", PortId.Parse("a:1#b"));
        await passage.AssertArrivesAsync<string?>("string?", null);
        await passage.AssertArrivesAsync<byte[]?>("bytes?", null);
        await passage.AssertArrivesAsync<Order?>("order?", null);
    }

    [Theory]
    [EachWay]
    public async Task Collections_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        await passage.AssertArrivesAsync("ints", Array.Empty<int>());
        await passage.AssertArrivesAsync("ints", Enumerable.Range(-100, 40_000).ToArray());
        await passage.AssertArrivesAsync("jagged", new string[][] { [], ["a"], ["b", "c"] });
        await passage.AssertArrivesAsync("list", new List<double> { 1, 0.5, -1e300 });
        await passage.AssertArrivesAsync("nullable list", new List<int?> { 1, null, 3 });
        await passage.AssertArrivesAsync("lines", new List<Line> { new("nut", 3, Color.Blue, null) });
        await passage.AssertArrivesAsync("map", new Dictionary<string, long> { [""] = 1, ["ü"] = long.MinValue });
        await passage.AssertArrivesAsync("deep map", new Dictionary<string, List<byte[]>?>
        {
            ["none"] = null,
            ["some"] = [[], [1, 2]],
        });
    }

    [Theory]
    [EachWay]
    public async Task OtherCollections_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        await passage.AssertArrivesAsync("set", new HashSet<Guid> { Guid.Empty });
        await passage.AssertArrivesAsync("readonly", new[] { time, time.AddTicks(1) });
        await passage.AssertArrivesAsync("immutable", ImmutableArray.Create(1, 2, 3));
        await passage.AssertArrivesAsync("numbered", new Dictionary<int, decimal> { [-1] = 1.50m, [2] = 0m });
        await passage.AssertArrivesAsync("tuple", (1, (string?)"ü"));
        await passage.AssertArrivesAsync("tuple", (1, (string?)null));
        await passage.AssertArrivesAsync("tuples", new Queue<(int, Uri?)>([(1, new Uri("http://x/")), (2, null)]));
        await passage.AssertArrivesAsAsync(
            "messages",
            new List<Message> { Message.Create("a", 1), Message.Create("b", "x") },
            new List<string> { """["a", 1]""", """["b", "x"]""" });
    }

    [Theory]
    [EachWay]
    public async Task Payloads_ArriveAsSent(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);
        var nut = new Line("nut", ulong.MaxValue, Color.Red, passage.Port);
        var bolt = new Line("bolt", 0, Color.Blue, null);
        var tree = new Tree(1, new Tree(2, null, new Tree(3, null, null)), null);

        await passage.AssertArrivesAsync("tree", tree);
        await passage.AssertArrivesAsync(
            "order",
            new Order(7, "größer", [nut, bolt], new() { ["n"] = nut }, tree, passage.Port, null, 0.25));
        await passage.AssertArrivesAsync("order?", new Order(0, "", [], [], null, PortId.Parse("a:1#b"), "note"));
    }

    [Theory]
    [EachWay]
    public async Task ObjectAndMessage_ArriveWithEqualElements(Way way)
    {
        await using Passage passage = await Passage.OpenAsync(way);

        object?[] values = [null, true, 5L, ulong.MaxValue, 0.5, "text", new object?[] { 1L, null, "x" }];
        foreach (object? value in values)
        {
            await passage.AssertArrivesAsync("object?", value);
        }

        await passage.AssertArrivesAsync("object?", new Dictionary<string, object?> { ["a"] = 1L, ["b"] = null });
        await passage.AssertArrivesAsAsync("message", -5, """["message", -5]""");
        await passage.AssertArrivesAsAsync("message", "x", """["message", "x"]""");
    }
}
