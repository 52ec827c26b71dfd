namespace Mp.Analyzers.Tests;

public sealed class MP1012ParameterTypeIsUnsupportedTests
{
    [Fact]
    public Task TypesThatCannotTravel_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(Lazy<int> {|MP1012:a|}, Type {|MP1012:b|}, nint {|MP1012:c|}) { }
            [Rcv("b")] void B(int[,] {|MP1012:a|}, Dictionary<int, int> {|MP1012:b|}, (int, int) {|MP1012:c|}) { }
            [Rcv("c")] void C(List<nint>? {|MP1012:a|}, Action {|MP1012:b|}, dynamic {|MP1012:c|}) { }
            [Rcv("d")] void D(Plain {|MP1012:a|}, List<object> {|MP1012:b|}, ReadOnlyMemory<char> {|MP1012:c|}) { }
        }

        record Plain(int X);
        """);

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
            [Rcv("e")] void E(Half a, Int128 b, UInt128 c, System.Numerics.BigInteger d, decimal e, System.Text.Rune f) { }
            [Rcv("f")] void F(DateTime a, DateTimeOffset b, DateOnly c, TimeOnly d, TimeSpan e) { }
            [Rcv("g")] void G(Guid a, Uri b, Version c, Guid? d, Uri? e, List<DateTime?> f) { }
        }

        enum Color { Red }

        [Payload] record Order(int Id);
        """);
}
