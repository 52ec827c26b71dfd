namespace Mp.Analyzers.Tests;

public sealed class MP2039PayloadHasNoCodecTests
{
    // The attributes of MessagePack-CSharp, as far as they matter.
    private const string Attributes = """
        namespace MessagePack
        {
            class MessagePackObjectAttribute : Attribute { public bool AllowPrivate { get; set; } }
            class MessagePackFormatterAttribute(Type type) : Attribute { public Type Type => type; }
            interface IMessagePackSerializationCallbackReceiver;
            class KeyAttribute(int x) : Attribute { public int X => x; }
            class UnionAttribute(int key, Type type) : Attribute
            {
                public UnionAttribute(int key, string type) : this(key, System.Type.GetType(type)!) { }
                public (int, Type) All => (key, type);
            }
        }

        """;

    [Fact]
    public Task TypesWithoutACodec_AreReportedWhereTheyAreUsed() => AnalyzerHarness.VerifyAsync(Attributes + """
        [MessagePack.MessagePackObject] class Order { public int Id { get; set; } }
        [MessagePack.MessagePackObject] class Holder { [MessagePack.Key(0)] public List<Order>? Orders { get; set; } }
        [MessagePack.Union(0, typeof(int))] interface IShape { }
        [Payload] record Pair(int Number, Holder? {|MP2039:Holder|});
        [Message("placed")] partial record Placed(Order {|MP2039:Order|});

        partial class Shop : Port
        {
            [Rcv("order")] void OnOrder(Order {|MP2039:order|}) { }
            [Rcv("orders")] void OnOrders(Dictionary<string, Order[]> {|MP2039:orders|}) { }
            [Rcv("shape")] void OnShape(IShape? {|MP2039:shape|}) { }
        }
        """);

    [Fact]
    public Task DictionariesWhoseKeysTheLibraryWritesAsNumbers_AreReported() =>
        AnalyzerHarness.VerifyAsync(Attributes + """
        [MessagePack.MessagePackObject]
        class Stock { [MessagePack.Key(0)] public List<Dictionary<int, string>?>? Names { get; set; } }

        [MessagePack.MessagePackObject]
        class Days { [MessagePack.Key(0)] public IReadOnlyDictionary<DayOfWeek, int>? Hours { get; set; } }

        [MessagePack.MessagePackObject]
        class Texts { [MessagePack.Key(0)] public Dictionary<string, Dictionary<Guid, int>>? All { get; set; } }

        [Payload] record Own(Dictionary<int, Texts> All);

        partial class Shop : Port
        {
            [Rcv("stock")] void OnStock(Stock {|MP2039:stock|}) { }
            [Rcv("days")] void OnDays(Days {|MP2039:days|}) { }
            [Rcv("texts")] void OnTexts(Texts texts, Own own) { }
        }
        """);

    [Theory]
    [InlineData("[MessagePack.MessagePackObject(AllowPrivate = true)] class Order { }")]
    [InlineData("[MessagePack.MessagePackObject, MessagePack.MessagePackFormatter(typeof(int))] class Order { }")]
    [InlineData(
        "[MessagePack.MessagePackObject] class Order"
        + " { [MessagePack.Key(0), MessagePack.MessagePackFormatter(typeof(int))] public int X { get; set; } }")]
    [InlineData(
        "[MessagePack.MessagePackObject] class Order : MessagePack.IMessagePackSerializationCallbackReceiver { }")]
    [InlineData("[MessagePack.Union(0, \"Circle, Shapes\")] interface Order { }")]
    public Task WhatOnlyTheLibraryCanDo_IsReported(string order) => AnalyzerHarness.VerifyAsync(Attributes + order + """

        partial class Shop : Port { [Rcv("order")] void OnOrder(Order {|MP2039:order|}) { } }
        """);

    [Fact]
    public async Task Message_NamesTheMemberThatIsTheReason()
    {
        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(await AnalyzerHarness.AnalyzeAsync(Attributes + """
            [MessagePack.MessagePackObject] class Order { public int Id { get; set; } }
            partial class Shop : Port { [Rcv("order")] void OnOrder(Order order) { } }
            """));

        Assert.Equal(
            "'order' can't travel: of 'Order' there is no codec. Member 'Id' has no key, and each member here must "
                + "have one: give it a [Key], or mark it [IgnoreMember]",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task CodecsByHand_AreEnough_UnlessWhatTheyMakeHasNone() => AnalyzerHarness.VerifyAsync(Attributes + """
        [MessagePack.MessagePackObject] class Order { public int Id { get; set; } }
        [MessagePack.MessagePackObject]
        class Holder { [MessagePack.Key(0), PayloadCodec(typeof(OrderCodec))] public Order? Order { get; set; } }
        [Payload] record Pair(int Number, [PayloadCodec(typeof(OrderCodec))] Order? Order);

        partial class Shop : Port
        {
            [Rcv("order")] void OnOrder([PayloadCodec(typeof(OrderCodec))] Order order) { }
            [Rcv("holder")] void OnHolder(Holder holder) { }
            [Rcv("number")] void OnNumber([PayloadCodec(typeof(NumberCodec))] Version {|MP2039:number|}) { }
        }

        class OrderCodec : IPayloadCodec<Order, int>
        {
            public int ToPayload(Order value) => value.Id;
            public bool TryFromPayload(int payload, out Order value) => (value = new() { Id = payload }) is not null;
        }

        class NumberCodec : IPayloadCodec<Version, Order>
        {
            public Order ToPayload(Version value) => new();
            public bool TryFromPayload(Order payload, out Version value) => (value = new()) is not null;
        }
        """);

    [Fact]
    public Task TypesWithOne_AndThoseThatNobodyUses_AreFine() => AnalyzerHarness.VerifyAsync(Attributes + """
        [MessagePack.MessagePackObject] class Unused { public int Id { get; set; } }
        [MessagePack.MessagePackObject] class Order { [MessagePack.Key(0)] public Order? Next { get; set; } }
        [MessagePack.Union(0, typeof(Circle))] interface IShape { }
        [MessagePack.MessagePackObject] class Circle : IShape { [MessagePack.Key(0)] public int Radius; }

        partial class Shop : Port
        {
            [Rcv("order")] void OnOrder(Order order, IShape shape) { }
            void Other(Unused unused) { }
        }
        """);
}
