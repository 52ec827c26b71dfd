namespace Mp.Analyzers.Tests;

public sealed class MP1012ParameterTypeIsUnsupportedTests
{
    [Fact]
    public Task TypesThatCannotTravel_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(Lazy<int> {|MP1012:a|}, Type {|MP1012:b|}, nint {|MP1012:c|}) { }
            [Rcv("b")] void B(int[,] {|MP1012:a|}, Dictionary<char, int> {|MP1012:b|}, (int, nint) {|MP1012:c|}) { }
            [Rcv("c")] void C(List<nint>? {|MP1012:a|}, Action {|MP1012:b|}, dynamic {|MP1012:c|}) { }
            [Rcv("d")] void D(Plain {|MP1012:a|}, List<object> {|MP1012:b|}, ReadOnlyMemory<char> {|MP1012:c|}) { }
        }

        record Plain(int X);
        """);

    [Fact]
    public async Task Message_SaysWhichPartIsTheReason_AndWhatToDo() => Assert.Equal(
        [
            "Parameter 'List<Dictionary<string, nint?>> a' can't be an element of a message: "
                + "List<Dictionary<string, nint?>>[][]: 'nint' has a size that depends on the machine: make it a 'long'",
            "Parameter 'int[,] b' can't be an element of a message: it has more than one dimension: send an array of "
                + "arrays",
            "Parameter 'SortedSet<Plain> c' can't be an element of a message: SortedSet<Plain>[]: 'Plain' is no "
                + "payload: mark it with [Payload]",
            "Parameter 'SortedSet<Order> d' can't be an element of a message: it has no order, as 'Order' is not "
                + "IComparable of itself",
            "Parameter 'KeyValuePair<int, object> e' can't be an element of a message: "
                + "KeyValuePair<int, object>.Value: 'object' may be null within another type: make it 'object?'",
        ],
        (await AnalyzerHarness.AnalyzeAsync("""
            partial class Echo : Port
            {
                [Rcv("a")] void A(List<Dictionary<string, nint?>> a, int[,] b, SortedSet<Plain> c) { }
                [Rcv("b")] void B(SortedSet<Order> d, KeyValuePair<int, object> e) { }
            }

            record Plain(int X);
            [Payload] record Order(int X);
            """))
            .OrderBy(static one => one.Location.SourceSpan.Start)
            .Select(static one => one.GetMessage(null)));

    [Fact]
    public async Task Message_SaysWhichMemberOfAPayloadIsTheReason() => Assert.Equal(
        "Parameter 'Order?[] orders' can't be an element of a message: Order?[].Lines[].Price: 'nint' has a size that "
            + "depends on the machine: make it a 'long'",
        (await AnalyzerHarness.AnalyzeAsync("""
            partial class Echo : Port
            {
                [Rcv("a")] void A(Order?[] orders) { }
            }

            [Payload] record Order(Order? Next, List<Line> Lines, PortId<Echo> From);
            [Payload] class Line { public object Any { get; set; } = 1; public nint Price { get; set; } }
            """))
            .Single(static one => one.Id == "MP1012").GetMessage(null));

    [Fact]
    public Task TypeParameterOfTheClass_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo<T> : Port
        {
            [Rcv("a")] void A(T {|MP1012:a|}) { }
        }
        """);

    [Fact]
    public Task UnknownType_IsLeftToTheCompiler() => AnalyzerHarness.VerifyAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a")] void A(Unknown a) { }
        }
        """,
        compiles: false);

    [Fact]
    public Task SupportedTypes_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(bool a, char b, sbyte c, ulong d, float e, double f, string g) { }
            [Rcv("a")] void A(PortId h, PortId<Echo> i) { }
            [Rcv("b")] void B(Color a, byte[] b, ReadOnlyMemory<byte> c, object? d, object e, Order f, Message g) { }
            [Rcv("c")] void C(int? a, Color?[] b, List<string?>? c, Order? e) { }
            [Rcv("d")] void D(Dictionary<string, Order[]> d, List<object?> f) { }
            [Rcv("e")] void E(Half a, Int128 b, UInt128 c, decimal d) { }
            [Rcv("e")] void E(System.Numerics.BigInteger e, System.Text.Rune f) { }
            [Rcv("f")] void F(DateTime a, DateTimeOffset b, DateOnly c, TimeOnly d, TimeSpan e) { }
            [Rcv("g")] void G(Guid a, Uri b, Version c, Guid? d, Uri? e, List<DateTime?> f) { }
            [Rcv("h")] void H(HashSet<int> a, (int, string?) b, IReadOnlyList<Order?> c) { }
            [Rcv("h")] void H(Dictionary<Guid, (int, int)> d) { }
            [Rcv("i")] void I(Memory<byte> a, ArraySegment<byte> b, Message[] c, KeyValuePair<int, Tuple<int>> d) { }
        }

        enum Color { Red }

        [Payload] record Order(int Id);
        """);
}
