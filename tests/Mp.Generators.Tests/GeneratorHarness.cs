using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Tests;

/// <summary>Compiles sources together with what is generated for them, against the real runtime.</summary>
internal static class GeneratorHarness
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Diagnostics.CodeAnalysis;
        global using System.Threading.Tasks;
        global using Mp;
        global using Mp.Payloads;
        global using Mp.Generators.Tests;
        """;

    private static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly ConcurrentDictionary<(string Source, string Library), Lazy<Assembly>> Loaded = new();

    private static readonly ConcurrentDictionary<string, Assembly> Libraries = new(StringComparer.Ordinal);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static int _assemblies;

    // What was loaded from bytes is found by nobody else.
    static GeneratorHarness() => AppDomain.CurrentDomain.AssemblyResolve += static (_, missing) =>
        Libraries.GetValueOrDefault(new AssemblyName(missing.Name).Name!);

    /// <summary>Runs the generators; whatever comes out must compile without a warning.</summary>
    /// <returns>The generated files: their contents by their names.</returns>
    public static IReadOnlyDictionary<string, string> Generate(params string[] sources) =>
        Generate(Compile(sources), out _);

    /// <inheritdoc cref="Generate(string[])"/>
    public static IReadOnlyDictionary<string, string> Generate(Compilation compilation, out Compilation output)
    {
        GeneratorDriver driver = CreateDriver(isTracking: false)
            .RunGeneratorsAndUpdateCompilation(compilation, out output, out _);
        GeneratorDriverRunResult result = driver.GetRunResult();

        Assert.Empty(result.Diagnostics);
        Assert.All(result.Results, static one => Assert.Null(one.Exception));
        AssertNoWarning(output, result);
        return result.Results
            .SelectMany(static one => one.GeneratedSources)
            .ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());
    }

    /// <summary>Compiles the source and what is generated for it, and loads the assembly.</summary>
    /// <param name="source">The source.</param>
    /// <param name="library">The source of an assembly that it refers to, or empty.</param>
    public static Assembly Load(string source, string library = "") => Loaded.GetOrAdd(
        (source, library),
        static texts => new Lazy<Assembly>(() => LoadNew(texts.Source, texts.Library))).Value;

    /// <summary>Compiles sources and what is generated for it, to be referred to.</summary>
    public static MetadataReference CompileLibrary(CSharpCompilation library)
    {
        byte[] image = Emit(library);
        Libraries[library.AssemblyName!] = Assembly.Load(image);
        return MetadataReference.CreateFromImage(image);
    }

    /// <summary>The sources, without what is generated for them.</summary>
    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Compiled" + Interlocked.Increment(ref _assemblies).ToString(CultureInfo.InvariantCulture),
        [Parse("Usings.cs", Usings), .. sources.Select(static (text, index) => Parse($"Source{index}.cs", text))],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A syntax tree as the harness's compilations have it.</summary>
    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>The generators, ready to run.</summary>
    /// <param name="isTracking">Whether steps are recorded.</param>
    public static GeneratorDriver CreateDriver(bool isTracking) => CSharpGeneratorDriver.Create(
        [
            new PortGenerator().AsSourceGenerator(),
            new PayloadGenerator().AsSourceGenerator(),
            new MessageGenerator().AsSourceGenerator(),
        ],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(
            IncrementalGeneratorOutputKind.None,
            trackIncrementalGeneratorSteps: isTracking));

    private static Assembly LoadNew(string source, string library) => Assembly.Load(Emit(
        library.Length == 0 ? Compile(source) : Compile(source).AddReferences(CompileLibrary(Compile(library)))));

    private static byte[] Emit(CSharpCompilation compilation)
    {
        _ = Generate(compilation, out Compilation output);
        using var image = new MemoryStream();
        Assert.True(output.Emit(image).Success);
        return image.ToArray();
    }

    private static void AssertNoWarning(Compilation output, GeneratorDriverRunResult result)
    {
        // Tests have better to do than to document the classes in their sources; generated code must be clean.
        IEnumerable<Diagnostic> warnings = output.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning
            && (diagnostic.Id != "CS1591" || result.GeneratedTrees.Contains(diagnostic.Location.SourceTree!)));
        Assert.True(!warnings.Any(), string.Join('\n', warnings.Take(10)) + "\n" + string.Join(
            "\n----\n",
            result.GeneratedTrees.Select(static tree => tree.ToString())));
    }
}
