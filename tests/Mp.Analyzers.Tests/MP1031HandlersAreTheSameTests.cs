namespace Mp.Analyzers.Tests;

public sealed class MP1031HandlersAreTheSameTests
{
    [Fact]
    public Task SecondOfTwoEqualHandlers_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void First(int x) { }
            [{|MP1031:Rcv("a", Any)|}] void Second(int y) { }
            [Rcv("a")] void Text(string x) { }
            [Rcv("a")] void Both(object x) { }
        }
        """);

    [Fact]
    public Task RecordAndWhatItStandsFor_AreTheSame() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record A(int X);

        partial class Echo : Port
        {
            [Rcv] void Record(A a) { }
            [{|MP1031:Rcv("a")|}] void Written(int x) { }
        }
        """);

    [Fact]
    public Task EqualPatternsAmongOthers_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a"), Rcv("b")] void First() { }
            [Rcv("c"), {|MP1031:Rcv("b")|}] void Second() { }
        }
        """);

    [Fact]
    public Task HandlerOfTheBase_IsNotReplaced() => AnalyzerHarness.VerifyAsync("""
        partial class Basis<T> : Port
        {
            [Rcv("a")] protected virtual void A(int x) { }
            [Rcv("b")] void B() { }
        }

        partial class Echo : Basis<int>
        {
            [{|MP1031:Rcv("a")|}] protected override void A(int x) { }
            [{|MP1031:Rcv("b")|}] void B() { }
        }
        """);

    [Fact]
    public Task HandlerAndContract_AreReportedAtTheHandler() => AnalyzerHarness.VerifyAsync("""
        interface IContract { [Rcv("a")] void A(); }

        partial class Echo : Port, IContract
        {
            public void A() { }
            [{|MP1031:Rcv("a")|}] void Mine() { }
        }
        """);

    [Fact]
    public Task TwoContracts_AreReportedAtTheClass() => AnalyzerHarness.VerifyAsync("""
        interface IOne { [Rcv("a")] void A(); }
        interface ITwo { [Rcv("a")] void B(); }

        partial class {|MP1031:Echo|} : Port, IOne, ITwo
        {
            public void A() { }
            public void B() { }
        }
        """);

    [Fact]
    public Task OneContract_IsReportedOnce_WhereItIsWritten() => AnalyzerHarness.VerifyAsync("""
        interface IContract
        {
            [Rcv("a")] void A();
            [{|MP1031:Rcv("a")|}] void B();
        }

        partial class Echo : Port, IContract
        {
            public void A() { }
            public void B() { }
        }
        """);

    [Fact]
    public Task HandlersOfWhichOneReceivesMore_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("pong")] void Pong(int count) { }
            [Rcv("pong", 3)] bool Last() => true;
            [Rcv("pong")] void Optional(int count = 3) { }
            [Rcv] void Trace(Message message) { }
        }
        """);

    [Fact]
    public Task MethodThatTwoContractsMark_IsOneHandler() => AnalyzerHarness.VerifyAsync("""
        interface IOne { [Rcv("a")] void A(); }
        interface ITwo { [Rcv("a")] void A(); }

        partial class Echo : Port, IOne, ITwo { public void A() { } }
        """);
}
