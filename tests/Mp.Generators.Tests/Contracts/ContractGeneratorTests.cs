namespace Mp.Generators.Tests.Contracts;

/// <summary>What is written down for other assemblies.</summary>
public sealed class ContractGeneratorTests
{
    [Fact]
    public void Handlers_OfEveryKind_AreWrittenAsTheMessagesLook() => Verify(
        """
        namespace Demo;

        enum Color : byte { Red }

        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing(PortId from, int count) { }
            [Rcv("child_died", Any, 3)] void OnDeath(long child) { }
            [Rcv("log")] void OnLog(string? text, int level = 1, Message? m = null) { }
            [Rcv("say", Any, Any)] void OnSay(PortId<Echo> who, params object?[] rest) { }
            [Rcv("paint"), Rcv(Color.Red, 'x', 1.5f, true, null)] void OnPaint(Color color, List<int?> at) { }
            [Rcv("data")] void OnData(byte[] data, ReadOnlyMemory<byte> more, Dictionary<string, string[]> texts) { }
            [Rcv] void OnAny(Message message) { }
        }
        """,
        """
        port Demo.Echo
            ["ping", PortId from, int count]
            ["child_died", long child, 3]
            ["log", string? text, int level = default]
            ["say", PortId<Demo.Echo> who, Any, ...rest]
            ["paint", Demo.Color:byte color, int?[] at]
            [0, 120, 1.5, true, null, Demo.Color:byte color, int?[] at]
            ["data", bytes data, bytes more, map<string[]> texts]
            []
        """);

    [Fact]
    public void BaseClassesAndInterfaces_AreNamed_AndContractsAreWrittenOut() => Verify(
        """
        public interface IStop<T> { [Rcv("stop")] void Stop(T reason); }
        public abstract partial class Base<T> : Port { [Rcv("go")] void Go() { } }
        public partial class Echo : Base<int>, IStop<string> { public void Stop(string reason) { } }
        partial class Outer { internal partial class @class : Port { [RcvUnmatched] void No() { } } }
        """,
        """
        port Base`1
            ["go"]

        port Echo : Base`1
            ["stop", string reason]

        interface IStop`1
            ["stop", T reason]

        port Outer+class
            unmatched
        """);

    [Fact]
    public void HandlersAddedAtRunTime_AreWrittenByTheirTags() => Verify(
        """
        class Counter : Port
        {
            public Counter(Counter other)
            {
                Rcv("b", (int step) => { });
                this.Rcv("a", () => { });
                other.Rcv(["c", 3], message => { });
                Rcv("b", () => { });
            }
        }
        """,
        """
        port Counter
            added ["a"]
            added ["b"]
            added ["c"]
        """);

    [Theory]
    [InlineData("class Free : Port { public void Add(string tag) => Rcv(tag, () => { }); }")]
    [InlineData("class Free : Port { public void Add() => Rcv([], message => { }); }")]
    [InlineData("class Free : Port { public void Add() => Rcv([3, \"a\"], message => { }); }")]
    [InlineData("class Free : Port { public Func<string, Action, IDisposable> Add => Rcv; }")]
    [InlineData("partial class Free : Port { protected override void MatchUnmatched(Message m, ref Mp.CompilerServices.Dispatch d) { } }")]
    public void HandlersOfUnknownTags_LeaveTheClassOpen(string source) => Verify(
        source.Replace("protected override", "protected internal override", StringComparison.Ordinal),
        """
        port Free
            open
        """);

    [Fact]
    public void TagsOfPortsWithoutAClass_AreKnown() => Verify(
        """static class Program { static void Run(Node node) => node.CreatePort().Rcv("ping", () => { }); }""",
        """
        port Mp.BarePort
            added ["ping"]
        """);

    [Fact]
    public void Payloads_AreWrittenByTheirMembers() => Verify(
        """
        [Payload] record Item(string Name, long Cents);
        [Payload] record struct Order(int Id, Item? First, List<Item> Items, int Count = 1);
        """,
        """
        payload Item
            string Name
            long Cents

        payload Order
            int Id
            Item? First = default
            Item[] Items
            int Count = default
        """);

    [Fact]
    public void Payloads_OfOtherShapes_AreWrittenAsTheyTravel() => Verify(
        """
        [Payload] class Article { public required string Name { get; init; } public int Count { get; set; } }
        [Payload] record Box<T>(T Content, List<T>? More);
        [Payload] record struct Point([Mp.Payloads.Key(2)] int X, [Mp.Payloads.Key(0)] int Y = 1);
        [Payload] record Renamed(
            [Mp.Payloads.Key("id")] int Identity,
            [property: Mp.Payloads.IgnoreMember] int Old = 0);
        """,
        """
        payload Article
            string Name
            int Count = default

        payload Box`1
            T Content
            T[]? More = default

        payload Point : array
            0: int Y = default
            2: int X

        payload Renamed
            "id": int Identity
        """);

    [Fact]
    public void CodecsByHand_AreWrittenAsWhatTheyMake() => Verify(
        """
        [Payload] record Visit(
            [Mp.Payloads.PayloadCodec(typeof(HostCodec))] Uri Host,
            [Mp.Payloads.PayloadCodec(typeof(HostCodec))] Uri? From);
        partial class Door : Port
        {
            [Rcv("knock")] void On([Mp.Payloads.PayloadCodec(typeof(HostCodec))] Uri host) { }
        }
        class HostCodec : Mp.Payloads.IPayloadCodec<Uri, byte[]>
        {
            public byte[] ToPayload(Uri value) => [];
            public bool TryFromPayload(byte[] payload, out Uri value) => (value = null!) is not null;
        }
        """,
        """
        port Door
            ["knock", bytes host]

        payload Visit
            bytes Host
            bytes? From = default
        """);

    [Fact]
    public void Unions_AreWrittenWithTheirNumbers() => Verify(
        """
        [Mp.Payloads.Union(5, typeof(Square)), Mp.Payloads.Union(-1, typeof(Circle))] interface IShape { }
        [Payload] record Circle(int Radius, IShape? Next) : IShape;
        [Payload] class Square : IShape;
        """,
        """
        payload Circle
            int Radius
            IShape? Next = default

        payload IShape : union
            -1: Circle
            5: Square

        payload Square
        """);

    [Fact]
    public void MessageRecords_AreWrittenAsTheirLists() => Verify(
        """
        [Message("placed")] partial record Placed(string Id, int Count = 1);
        [Message("closed")] partial record Closed();
        partial class Shop : Port
        {
            [Rcv] void On(Placed placed, PortId reply) { }
            void Add() => Rcv((Closed closed) => { });
        }
        """,
        """
        message Closed
            ["closed"]

        message Placed
            ["placed", string Id, int Count = default]

        port Shop
            ["placed", string Id, int Count = default, PortId reply]
            added ["closed"]
        """);

    [Theory]
    [InlineData("class Echo { void Rcv(string tag) => Rcv(tag); }")]
    [InlineData("class Echo : Port { }")]
    [InlineData("record Order(int Id);")]
    [InlineData("[Payload] record Order(nint When);")]
    public void SourcesWithoutPortsAndPayloads_HaveNoContract(string source) =>
        Assert.Equal("", ContractHarness.TextOf(source));

    [Fact]
    public void Files_InAnotherOrder_GiveTheSame()
    {
        const string First = "partial class B : Port { [Rcv(\"b\")] void On() { } } class D : Port { D() => Rcv(\"d\", () => { }); }";
        const string Second = "partial class A : Port { [Rcv(\"a\")] void On() { } } [Payload] record C(int Id);";

        Assert.Equal(ContractHarness.TextOf(First, Second), ContractHarness.TextOf(Second, First));
    }

    private static void Verify(string source, string expected) =>
        Assert.Equal(expected, ContractHarness.EntriesOf(source));
}
