using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Tests.Contracts;

/// <summary>What an edit costs: the contracts are written anew only if they change.</summary>
public sealed class ContractCachingTests
{
    private const string Source =
        "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(long n) { } void Add() => Rcv(\"a\", () => { }); }"
        + "[Payload] record Order(int Id);";

    [Theory]
    [InlineData("(long n) { }", "(long n) => _ = n;")]
    [InlineData("() => { }", "() => Console.WriteLine()")]
    [InlineData("partial class", "// a comment\npartial class")]
    [InlineData("void Add", "int _x; void Add")]
    [InlineData("void OnPing", "bool OnPing")]
    [InlineData("(int Id);", "(int Id) { public int Twice => 2 * Id; }")]
    public void Edit_ThatKeepsTheContracts_RegeneratesNothing(string old, string edited) =>
        Assert.True(ReasonAfterEdit(old, edited) is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    [Theory]
    [InlineData("\"ping\"", "\"pong\"")]
    [InlineData("long n", "int n")]
    [InlineData("long n", "long number")]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("int Id", "long Id")]
    [InlineData("void Add", "[RcvUnmatched] void No() { } void Add")]
    public void Edit_ThatChangesTheContracts_Regenerates(string old, string edited) =>
        Assert.Equal(IncrementalStepRunReason.Modified, ReasonAfterEdit(old, edited));

    private static IncrementalStepRunReason ReasonAfterEdit(string old, string edited)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Source);
        GeneratorDriver driver = ContractHarness.CreateDriver(isTracking: true).RunGenerators(compilation);
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        string text = Source.Replace(old, edited, StringComparison.Ordinal);

        GeneratorDriverRunResult result = driver
            .RunGenerators(compilation.ReplaceSyntaxTree(tree, GeneratorHarness.Parse(tree.FilePath, text)))
            .GetRunResult();

        return Assert.Single(Assert.Single(result.Results[0].TrackedSteps[TrackingNames.Contracts]).Outputs).Reason;
    }
}
