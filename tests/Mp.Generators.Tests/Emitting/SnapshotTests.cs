using Mp.TestKit;

namespace Mp.Generators.Tests.Emitting;

/// <summary>What generated code looks like. Few, small; one feature each.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void NestedPort_WithTwoHandlers() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        internal partial class Outer
        {
            internal partial class Echo : Port
            {
                [Rcv("ping")]
                private void OnPing(PortId reply, long sequence = 1) { }

                [Rcv("say \"hi\"", Any, 3)]
                private bool OnHi(string? name) => true;
            }
        }
        """));

    [Fact]
    public void Port_WithABoundedQueue() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        internal partial class Outer
        {
            [Port(Capacity = 1000, Overflow = PortOverflow.DropNewest)]
            internal sealed partial class Gauge : Port;
        }
        """));

    [Fact]
    public void Port_WithAsynchronousHandlers() => Snapshot.Verify(GeneratorHarness.Generate("""
        internal sealed partial class Worker : Port
        {
            [Rcv("work")]
            private async ValueTask<bool> Work(List<int> numbers) { await Task.Yield(); return numbers.Count == 0; }

            [Rcv]
            private Task Trace(Message message) => Task.CompletedTask;
        }
        """));

    [Fact]
    public void Port_WithManyTags() => Snapshot.Verify(GeneratorHarness.Generate("""
        internal sealed partial class Account : Port
        {
            [Rcv("open")] private void Open(string owner, long limit) { }
            [Rcv("close")] private void Close() { }
            [Rcv("pay")] private void Pay(long amount) { }
            [Rcv("pay")] private void Pay(string amount) { }
            [Rcv("take")] private bool Take(long amount) => amount == 0;
            [Rcv("owner", "is")] private void Owner(string name) { }
        }
        """));

    [Fact]
    public void Port_WithManyHandlersOfOneTag() => Snapshot.Verify(GeneratorHarness.Generate("""
        internal sealed partial class Register : Port
        {
            [Rcv("set", 1)] private void SetFirst(long value) { }
            [Rcv("set", 2)] private void SetSecond(long value) { }
            [Rcv("set", 3)] private void SetThird(string value) { }
            [Rcv("set", 4)] private void SetFourth(string value) { }
            [Rcv("set", 1)] private async Task SetFirst(string value) => await Task.Yield();
            [Rcv("set", Any)] private void Log() { }
            [Rcv("get", "first")] private void GetFirst(PortId reply) { }
            [Rcv("get", "second")] private void GetSecond(PortId reply) { }
            [Rcv("get", "third")] private void GetThird(PortId reply) { }
            [Rcv("get", "all")] private void GetAll(PortId reply) { }
        }
        """));

    [Fact]
    public void Payload_WithMembersOfManyKinds() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [Payload]
        public sealed record Order(int Id, string[] Lines, Order? Next, DayOfWeek Due = DayOfWeek.Friday);
        """));

    [Fact]
    public void Payload_WithMembersOfAllSettings() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [Payload]
        public partial class Order(int id)
        {
            public int Id { get; } = id;
            public required string Name { get; init; }
            public int? Count { get; init; } = 1;
            public long Total { get; private set; }
        }
        """));

    [Fact]
    public void Payload_ThatIsAnArray() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [Payload]
        public record struct Point([Key(2)] double X, [Key(0)] int Y = 3);
        """));

    [Fact]
    public void Payload_ThatIsGeneric() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [Payload]
        public record Box<T>(T Content);

        public class Shop { public Box<List<int>>? Boxes { get; set; } }
        """));

    [Fact]
    public void Union_OfAClassAndAStruct() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [Union(0, typeof(Circle)), Union(7, typeof(Dot))]
        public interface IShape;

        [Payload] public record Circle : IShape;
        [Payload] public struct Dot : IShape;
        """)
        .Where(static file => file.Key.Contains("IShape", StringComparison.Ordinal))
        .ToDictionary());

    [Fact]
    public void Type_WithACodecByHand() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [PayloadCodec(typeof(MoneyCodec))]
        public readonly record struct Money(long Cents);

        public sealed class MoneyCodec : IPayloadCodec<Money, long>
        {
            public long ToPayload(Money value) => value.Cents;
            public bool TryFromPayload(long payload, out Money value) { value = new(payload); return true; }
        }
        """));

    [Fact]
    public void Port_ThatCanBeSpawned() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        [Spawn("chat.session")]
        internal sealed class Session : Port
        {
            public Session(string nick, PortId client, List<int> rooms, int level = 3) { }
        }
        """));

    [Fact]
    public void Message_AndAPortThatReceivesIt() => Snapshot.Verify(GeneratorHarness.Generate("""
        namespace Demo;

        internal sealed partial class Shop : Port
        {
            [Rcv]
            private void OnPlaced(Placed order, PortId reply) { }

            [Message("order_placed")]
            private sealed partial record Placed(string Id, List<string> Lines, int Priority = 3);
        }
        """));
}
