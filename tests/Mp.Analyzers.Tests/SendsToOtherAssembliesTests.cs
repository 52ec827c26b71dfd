using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Tests;

/// <summary>What the ports of a library receive is known where it is referred to, though their handlers are private.</summary>
public sealed class SendsToOtherAssembliesTests
{
    private const string Library = """
        namespace Library;

        public interface IRemote { [Rcv("remote")] void It(int x); }
        public abstract partial class Base<T> : Port { [Rcv("base")] private void OnBase() { } }

        public sealed partial class Echo : Base<int>
        {
            public Echo() => Rcv("added", () => { });
            [Rcv("ping")] private void OnPing(PortId from, int count) { }
            [Rcv("order")] private void OnOrder(Order order, Color color) { }
            [Rcv("shape")] private void OnShape(IShape shape) { }
            [Rcv("page")] private void OnPage(Page<int> page) { }
        }

        public partial class Unsealed : Port { [Rcv("ping")] private void OnPing() { } }
        public sealed class Free : Port { public void Add(string tag) => Rcv(tag, () => { }); }
        public sealed class Hand : Port
        {
            protected override void MatchUnmatched(Message message, ref Mp.CompilerServices.Dispatch dispatch) { }
        }

        public enum Color : byte { Red }
        [Payload] public sealed record Order(int Id);
        [Mp.Payloads.Union(0, typeof(Circle))] public interface IShape;
        [Payload] public sealed class Circle : IShape { [Mp.Payloads.Key(0)] public int Radius { get; set; } }
        [Payload] public sealed record Page<T>(T Content);
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Sends_ToPortsOfALibrary_AreChecked(bool isReference) => VerifyAsync(
        """
        node.Snd(echo, "ping", id, 1);
        node.Snd(echo, "base");
        node.Snd(echo, "added", 1);
        node.Snd(echo, "order", new Library.Order(1), Library.Color.Red);
        node.Snd(echo, {|MP1101:"pign"|});
        node.Snd(echo, "ping", id, {|MP1102:"one"|});
        node.Snd(echo, "ping", id, {|MP1104:2L + Environment.TickCount64|});
        node.Snd(echo, "order", {|MP1102:3|}, 3);
        node.Snd(echo, "order", new Library.Order(1), {|MP1102:300|});
        node.Snd(echo, "shape", (Library.IShape)new Library.Circle());
        node.Snd(echo, "shape", {|MP1102:new Library.Circle()|});
        node.Snd(echo, "shape", {|MP1102:1|});
        node.Snd(echo, "page", new Library.Page<int>(1));
        node.Snd(echo, "page", {|MP1102:"one"|});
        node.Snd(unsealed, {|MP1103:"pign"|});
        node.Snd(free, "anything");
        node.Snd(hand, "anything");
        """,
        SendHarness.CompileLibrary(Library, isReference));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Tags_OfALibrary_AreKnown(bool isReference) => VerifyAsync(
        """
        node.Snd(id, "ping");
        node.Snd(id, "remote", 1);
        node.Snd(id, "added");
        node.Snd(id, {|MP1110:"pign"|});
        """,
        SendHarness.CompileLibrary(Library, isReference));

    [Fact]
    public Task ClassThatDerivesFromOneOfALibrary_HasItsHandlers() => SendHarness.VerifyAsync(
        """
        sealed partial class Mine : Library.Unsealed
        {
            [Rcv("mine")] void OnMine() { }

            void Run(PortId<Mine> mine)
            {
                Snd(mine, "ping");
                Snd(mine, "mine");
                Snd(mine, {|MP1101:"yours"|});
            }
        }
        """,
        references: SendHarness.CompileLibrary(Library));

    [Fact]
    public Task LibraryWithoutContracts_MayReceiveAnything() => VerifyAsync(
        """
        node.Snd(echo, "anything");
        node.Snd(unsealed, "anything");
        """,
        SendHarness.CompileLibrary(Library, hasContracts: false));

    private static Task VerifyAsync(string statements, MetadataReference library) => SendHarness.VerifyAsync(
        $$"""
        static class Program
        {
            static void Run(
                Node node,
                PortId id,
                PortId<Library.Echo> echo,
                PortId<Library.Unsealed> unsealed,
                PortId<Library.Free> free,
                PortId<Library.Hand> hand)
            {
                {{statements}}
            }
        }
        """,
        references: library);
}
