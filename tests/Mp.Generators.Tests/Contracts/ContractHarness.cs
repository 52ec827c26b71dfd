using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Tests.Contracts;

/// <summary>Runs the generator of contracts alone.</summary>
internal static class ContractHarness
{
    /// <summary>The contracts of sources, as an assembly that refers to them would find them; empty if there are none.</summary>
    public static string TextOf(params string[] sources)
    {
        GeneratorDriver driver = CreateDriver(isTracking: false);
        driver.RunGeneratorsAndUpdateCompilation(
            GeneratorHarness.Compile(sources),
            out Compilation output,
            out _);
        AttributeData? contracts = output.Assembly.GetAttributes()
            .SingleOrDefault(static attribute => attribute.AttributeClass!.Name == "ContractsAttribute");
        Assert.Equal(contracts is null ? 0 : 1, output.SyntaxTrees.Count() - 1 - sources.Length);
        Assert.Empty(output.GetDiagnostics().Where(static one =>
            one.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true));
        return contracts is null ? "" : (string)contracts.ConstructorArguments[0].Value!;
    }

    /// <summary>The contracts of sources, without the line that every text has.</summary>
    public static string EntriesOf(params string[] sources) => string.Join('\n', TextOf(sources).Split('\n').Skip(2));

    public static GeneratorDriver CreateDriver(bool isTracking) => CSharpGeneratorDriver.Create(
        [new ContractGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)GeneratorHarness.Parse("", "").Options,
        driverOptions: new GeneratorDriverOptions(
            IncrementalGeneratorOutputKind.None,
            trackIncrementalGeneratorSteps: isTracking));
}
