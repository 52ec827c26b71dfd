namespace Mp.Generators.Tests.Behaviour;

/// <summary>Codecs that are written by hand.</summary>
public sealed class PayloadCodecTests
{
    private const string Types = """
        [PayloadCodec(typeof(MoneyCodec))] public readonly record struct Money(long Cents);

        public sealed class MoneyCodec : IPayloadCodec<Money, string>
        {
            public string ToPayload(Money value) => FormattableString.Invariant($"{value.Cents} ct");

            public bool TryFromPayload(string payload, out Money value)
            {
                bool isMoney = payload.EndsWith(" ct") && long.TryParse(payload[..^3], out long cents);
                value = isMoney ? new Money(long.Parse(payload[..^3])) : default;
                return isMoney;
            }
        }

        [PayloadCodec(typeof(TreeCodec))] public sealed class Tree(int value, Tree? child)
        {
            public int Value => value;
            public Tree? Child => child;
        }

        [Payload] internal record TreeParts([Key(0)] int Value, [Key(1)] Tree? Child);

        internal readonly struct TreeCodec : IPayloadCodec<Tree, TreeParts>
        {
            public TreeParts ToPayload(Tree value) => new(value.Value, value.Child);

            public bool TryFromPayload(TreeParts payload, [NotNullWhen(true)] out Tree? value)
            {
                value = payload.Value < 0 ? null : new Tree(payload.Value, payload.Child);
                return value is not null;
            }
        }

        public sealed class HostCodec : IPayloadCodec<Uri, string>
        {
            public string ToPayload(Uri value) => value.Host;

            public bool TryFromPayload(string payload, [NotNullWhen(true)] out Uri? value) =>
                Uri.TryCreate("http://" + payload, UriKind.Absolute, out value);
        }

        [Payload] public record Bill(
            Money Total,
            Money? Rest,
            List<Money> Parts,
            [PayloadCodec(typeof(HostCodec))] Uri? Host);
        """;

    private const string Members = """
        [Rcv("money")] void On(Money m) => Note($"{m.Cents}");
        [Rcv("tree")] void On(Tree t) => Note($"{t.Value} {t.Child?.Value}");
        [Rcv("bill")] void On(Bill b) => Note($"{b.Total.Cents} {b.Rest?.Cents} {b.Parts.Count} {b.Host?.Host}");
        [Rcv("host")] void On([PayloadCodec(typeof(HostCodec))] Uri host) => Note(host.Host);
        [Rcv("maybe")] void OnMaybe([PayloadCodec(typeof(HostCodec))] Uri? host) => Note(host?.Host ?? "none");
        public static object BillOf() => new Bill(new(5), null, [new(1), new(2)], new Uri("http://a/b"));
        """;

    [Fact]
    public async Task Object_TravelsAsWhatItsCodecMakesOfIt()
    {
        Subject port = await Subject.CreateAsync(Table.Wire, Members, Types);
        object leaf = port.Make("Tree", 2, null);

        // "5 ct", as a text of four bytes.
        Assert.Equal("a435206374", Subject.BytesOf(port.Make("Money", 5L)));

        // An array of 1 and another array, of 2 and null.
        Assert.Equal("92019202c0", Subject.BytesOf(port.Make("Tree", 1, leaf)));
    }

    [Theory]
    [EachTable]
    public async Task Object_IsMadeOfWhatCame(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["5"], port.Receive("money", port.Make("Money", 5L)));
        Assert.Equal(["7"], port.Receive("money", "7 ct"));
        Assert.Equal(["1 2"], port.Receive("tree", port.Make("Tree", 1, port.Make("Tree", 2, null))));
        Assert.Equal(["5  2 a"], port.Receive("bill", port.Call("Receiver", "BillOf")));
        Assert.Equal(["a"], port.Receive("host", "a"));
        Assert.Equal(["none"], port.Receive("maybe", (object?)null));
    }

    [Theory]
    [EachTable]
    public async Task WhatTheCodecRefuses_DoesNotMatch(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Empty(port.Receive("money", "7 EUR"));
        Assert.Empty(port.Receive("money", 7));
        Assert.Empty(port.Receive("money", (object?)null));
        Assert.Empty(port.Receive("tree", new object?[] { -1, null }));
        Assert.Empty(port.Receive("tree", new object?[] { 1, new object?[] { -1 } }));
        Assert.Empty(port.Receive("host", "?"));
        Assert.Empty(port.Receive("host", (object?)null));
    }
}
