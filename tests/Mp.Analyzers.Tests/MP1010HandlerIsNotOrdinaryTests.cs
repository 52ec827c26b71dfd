namespace Mp.Analyzers.Tests;

public sealed class MP1010HandlerIsNotOrdinaryTests
{
    [Fact]
    public Task GenericMethod_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("put")] void {|MP1010:Put|}<T>() { }
        }
        """);

    [Fact]
    public Task Accessor_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            int Size { [Rcv("size")] {|MP1013:{|MP1010:get|}|} => 1; }
        }
        """);

    [Fact]
    public Task ExplicitImplementation_IsReported() => AnalyzerHarness.VerifyAsync("""
        interface IPut { void Put(); }

        partial class Echo : Port, IPut
        {
            [Rcv("put")] void IPut.{|MP1010:Put|}() { }
        }
        """);

    [Fact]
    public Task OddMethodOfAnInterface_IsReportedThereOnly() => AnalyzerHarness.VerifyAsync("""
        interface IEcho
        {
            [Rcv("a")] static void {|MP1010:A|}() { }
            [Rcv("b")] private void {|MP1010:B|}() { }
            [Rcv("c")] void C(nint {|MP1012:x|});
        }

        partial class Echo : Port, IEcho
        {
            public void C(nint x) { }
        }
        """);

    [Fact]
    public Task OpenTypeOfAnInterface_IsLookedAtWhereItIsKnown() => AnalyzerHarness.VerifyAsync("""
        interface IStore<T> { [Rcv("put")] void Put(T item, List<T> more); }

        partial class Texts : Port, IStore<string> { public void Put(string item, List<string> more) { } }

        partial class {|MP1012:{|MP1012:Dates|}|} : Port, IStore<nint>
        {
            public void Put(nint item, List<nint> more) { }
        }
        """);

    [Fact]
    public Task Interface_ImplementedByWhatIsNoPort_IsFine() => AnalyzerHarness.VerifyAsync("""
        interface IEcho { [Rcv("a")] void A(); }

        class Echo : IEcho { public void A() { } }
        """);

    [Fact]
    public Task StaticVirtualAndPartialMethods_AreFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] static void A() { }
            [Rcv("b")] public virtual void B() { }
            [Rcv("c")] partial void C();
            partial void C() { }
            partial void D();
            [Rcv("d")] partial void D() { }
        }
        """);
}
