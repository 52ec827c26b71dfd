namespace Mp.Analyzers.Tests;

/// <summary>A record that is a message is checked as the list that it stands for.</summary>
public sealed class SendsOfRecordsTests
{
    [Fact]
    public Task Records_AreCheckedAsTheirLists() => SendHarness.VerifyAsync("""
        [Message("placed")] sealed partial record Placed(string Id, int Count);
        [Message("closed")] sealed partial record Closed(int Code);
        [Message("odd")] sealed partial record Odd(string? Text);

        sealed partial class Shop : Port
        {
            [Rcv] void On(Placed placed, PortId reply) { }
            [Rcv("closed")] void OnClosed(string text) { }
            [Rcv("odd")] void OnOdd(string text) { }

            void Run(PortId<Shop> shop, PortId plain)
            {
                Snd(shop, new Placed("1", 2), Self);
                Snd(shop, {|MP1102:new Placed("1", 2)|});
                Snd(shop, {|MP1102:new Closed(1)|});
                Snd(shop, {|MP1104:new Odd("")|});
                Snd(shop, "placed", "1", 2, Self);
                Snd(plain, new Closed(1));
            }
        }

        sealed partial class Empty : Port
        {
            [Rcv("open")] void OnOpen() => Snd(Self, {|MP1101:new Placed("1", 2)|});
        }
        """);

    [Fact]
    public Task HandlerAddedForARecord_IsKnown() => SendHarness.VerifyAsync("""
        [Message("placed")] sealed partial record Placed(string Id);

        sealed partial class Shop : Port
        {
            public Shop() => Rcv((Placed placed) => { });
            void Run(PortId<Shop> shop)
            {
                Snd(shop, new Placed("1"));
                Snd(shop, {|MP1101:"plaecd"|}, "1");
            }
        }
        """);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task RecordsOfALibrary_AreCheckedAsTheirLists(bool isReference) => SendHarness.VerifyAsync(
        """
        static class Program
        {
            static void Run(Node node, PortId<Library.Shop> shop, PortId plain)
            {
                node.Snd(shop, new Library.Placed("1"));
                node.Snd(shop, {|MP1101:new Library.Other(1)|});
                node.Snd(plain, "other", 1);
                node.Snd(plain, {|MP1110:"otehr"|}, 1);
            }
        }
        """,
        references: SendHarness.CompileLibrary(
            """
            namespace Library;

            [Message("placed")] public sealed partial record Placed(string Id);
            [Message("other")] public sealed partial record Other(int Id);
            public sealed partial class Shop : Port { [Rcv] private void On(Placed placed) { } }
            """,
            isReference));
}
