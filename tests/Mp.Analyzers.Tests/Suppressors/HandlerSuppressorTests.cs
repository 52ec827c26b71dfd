using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Analyzers.Suppressors;

namespace Mp.Analyzers.Tests.Suppressors;

/// <summary>What others say of handlers, not knowing who calls them, is silenced, and nothing else.</summary>
public sealed class HandlerSuppressorTests
{
    public static TheoryData<string> Ids => [.. Suppressions.All.Select(static one => one.SuppressedDiagnosticId)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EveryIdOfTheList_IsSilencedOnHandlers_AndNowhereElse(string id)
    {
        const string Source = """
            partial class Echo : Port
            {
                [Rcv("a")] private async Task A(int x) => await Task.Yield();
                private async Task B(int x) => await Task.Yield();
            }
            """;

        (int silenced, int left) = await CountAsync(id, Source);

        // A method, a parameter list, a parameter and an await.
        Assert.Equal((4, 4), (silenced, left));
    }

    [Theory]
    [InlineData("partial class Echo : Port { [RcvUnmatched] void A(Message m) { } }")]
    [InlineData("partial class Echo : Port { [Rcv] private partial void A(int x); private partial void A(int x) { } }")]
    [InlineData("interface IContract { [Rcv(\"a\")] void A(int x); }")]
    [InlineData("partial class Echo { [Rcv(\"a\")] void OnNoPort(int x) { } }")]
    public async Task Handler_OfAnyShape_IsLeftInPeace(string source) =>
        Assert.Equal(0, (await CountAsync("IDE0060", source)).Left);

    [Fact]
    public async Task WhatRunsInThePlaceOfAHandler_IsLeftInPeace()
    {
        const string Source = """
            partial class Basis : Port { [Rcv("a")] protected virtual void A(int x) { } }
            class Derived : Basis { protected override void A(int x) { } }
            interface IContract { [Rcv("b")] void B(int x); [Rcv("c")] void C(int x); }
            partial class Echo : Port, IContract { public void B(int x) { } void IContract.C(int x) { } }
            """;

        Assert.Equal(0, (await CountAsync("IDE0060", Source)).Left);
    }

    [Fact]
    public async Task LambdaThatIsAddedAtRunTime_IsLeftInPeace()
    {
        const string Source = """
            class Program
            {
                static void M(BarePort port) => port.Rcv("a", async (int x, string y) => await Task.Yield());
                static Func<int, int> N() => (int x) => 5;
            }
            """;

        (int silenced, int left) = await CountAsync("RCS1163", Source);

        // The lambda's list, its parameters and its await; not the methods with the list and parameter of each.
        Assert.Equal((4, 7), (silenced, left));
    }

    [Fact]
    public async Task LocalFunctionOfAHandler_IsOnItsOwn()
    {
        const string Source = """
            partial class Echo : Port { [Rcv("a")] void A() { Local(1); void Local(int x) { } } }
            """;

        (int silenced, int left) = await CountAsync("IDE0060", Source);

        Assert.Equal((2, 2), (silenced, left));
    }

    private static async Task<(int Silenced, int Left)> CountAsync(string id, string source)
    {
        ImmutableArray<Diagnostic> all = await AnalyzerHarness.Compile(source)
            .WithAnalyzers(
                [new FakeAnalyzer(id), new HandlerSuppressor()],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]),
                    onAnalyzerException: null,
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false,
                    reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.All(all, diagnostic => Assert.Equal(id, diagnostic.Id));
        return (
            all.Count(static diagnostic => diagnostic.IsSuppressed),
            all.Count(static diagnostic => !diagnostic.IsSuppressed));
    }
}
