using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators;

namespace Mp.Benchmarks;

/// <summary>Projects that exist in memory only: their sources, and what the generators make of them.</summary>
internal static class CompiledProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The sources, a file each, without what is generated for them.</summary>
    public static CSharpCompilation Of(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Compiled" + Guid.NewGuid().ToString("N"),
        sources.Select(static (text, index) => Parse($"Source{index}.cs", text)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>One file.</summary>
    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>All generators of the package, which have not run yet.</summary>
    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [
            new PortGenerator().AsSourceGenerator(),
            new PayloadGenerator().AsSourceGenerator(),
            new MessageGenerator().AsSourceGenerator(),
            new ContractGenerator().AsSourceGenerator(),
        ],
        parseOptions: ParseOptions);

    /// <summary>Compiles a source and what is generated for it.</summary>
    /// <returns>The assembly's file.</returns>
    public static byte[] Emit(string source)
    {
        CreateDriver().RunGeneratorsAndUpdateCompilation(Of(source), out Compilation output, out _);
        using var image = new MemoryStream();
        return output.Emit(image) is { Success: true }
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join('\n', output.GetDiagnostics().Take(5)));
    }
}
