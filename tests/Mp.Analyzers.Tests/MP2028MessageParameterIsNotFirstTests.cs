namespace Mp.Analyzers.Tests;

public sealed class MP2028MessageParameterIsNotFirstTests
{
    private const string Types = """
        [Message("a")] partial record A(int X);

        [Message("b"), Payload] partial record B(int X);
        """;

    [Fact]
    public Task MessageBehindAPatternOrAnotherParameter_IsReported() => AnalyzerHarness.VerifyAsync(Types + """
        partial class P : Port
        {
            [Rcv("tag")] void One(A {|MP2028:a|}) { }
            [Rcv] void Two(int x, A {|MP2028:a|}) { }
            [Rcv] void Three(A a, A {|MP2028:b|}) { }
            [Rcv] [Rcv("tag")] void Four(A {|MP2028:a|}) { }
        }
        """);

    [Fact]
    public Task MessageThatComesFirst_OrTravelsAsAnElement_IsFine() => AnalyzerHarness.VerifyAsync(Types + """
        partial class P : Port
        {
            [Rcv] void One(A a) { }
            [Rcv] bool Two(Message m, in A a, PortId reply, params object?[] rest) => true;
            [Rcv("tag")] void Three(B b) { }
            [Rcv] void Four(B b, B? other = null) { }
        }
        """);

    // What is wrong with a record is said where it is declared, and nowhere else.
    [Fact]
    public Task HandlerOfARecordWithAProblem_IsNotReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] record {|MP2021:A|}(int X);

        partial class P : Port
        {
            [Rcv] void One(A a) { }
        }
        """);
}
