using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Tests;

public sealed class MP1020ConstantIsUnsupportedTests
{
    [Fact]
    public Task TypesArraysAndHalfPairs_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a", {|MP1020:typeof(int)|})] void A() { }
            [Rcv({|MP1020:new[] { 1 }|}, 1)] void B() { }
            [Rcv({|MP1020:"\ud800"|}, 1)] void C() { }
        }
        """);

    [Fact]
    public async Task Type_IsRefusedWithTheReason()
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzerHarness.AnalyzeAsync("""
            partial class Echo : Port { [Rcv("a", typeof(List<int>))] void A() { } }
            """));

        Assert.StartsWith(
            "A pattern can't have a type in it, as no element is one: a parameter 'List<int> x' of the handler "
            + "matches by type;",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public Task EveryKindOfConstant_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a", 1, (byte)2, ulong.MaxValue, 0.5, 0.5f, true, 'x', DayOfWeek.Monday, null, Any)] void A() { }
            [Rcv] void B() { }
            [Rcv(null)] void C() { }
            [Rcv(new object[] { "d", 1 })] void D() { }
        }
        """);
}
