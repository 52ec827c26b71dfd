namespace Mp.Analyzers.Tests;

public sealed class MP1012ParameterTypeIsUnsupportedTests
{
    [Fact]
    public Task TypesThatCannotTravel_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A(DateTime {|MP1012:a|}, decimal {|MP1012:b|}, nint {|MP1012:c|}) { }
            [Rcv("b")] void B(int[,] {|MP1012:a|}, Dictionary<int, int> {|MP1012:b|}, (int, int) {|MP1012:c|}) { }
            [Rcv("c")] void C(List<DateTime>? {|MP1012:a|}, Action {|MP1012:b|}, dynamic {|MP1012:c|}) { }
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
        }

        enum Color { Red }

        [Payload] record Order(int Id);
        """);
}
