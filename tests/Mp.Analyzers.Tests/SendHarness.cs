using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Mp.Analyzers.CodeFixes;
using Mp.Generators;

namespace Mp.Analyzers.Tests;

/// <summary>Runs the analyzer of send sites over sources that say by markup what is expected.</summary>
internal static class SendHarness
{
    /// <summary>The diagnostics are those marked up, each where it is marked; and the source compiles.</summary>
    /// <param name="markup">The source.</param>
    /// <param name="settings">The lines of an .editorconfig, for all C# files.</param>
    /// <param name="isProgram">Whether it is a program, which nobody refers to.</param>
    /// <param name="references">Other assemblies that it refers to.</param>
    public static async Task VerifyAsync(
        string markup,
        string settings = "",
        bool isProgram = false,
        params MetadataReference[] references)
    {
        MarkedSource source = MarkedSource.Parse(markup);

        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(source.Text, settings, isProgram, references);

        Assert.Equal(
            source.Expected.Select(static span => $"{span.Id} at '{span.Text}' ({span.Span.Start})").Order(),
            diagnostics.Select(diagnostic => AnalyzerHarness.Describe(diagnostic, source.Text)).Order());
    }

    /// <summary>The messages of what is reported for a source, in the order of their places.</summary>
    public static async Task<IReadOnlyList<string>> MessagesOfAsync(string source) =>
    [
        .. (await AnalyzeAsync(source, "", isProgram: false, []))
            .OrderBy(static one => one.Location.SourceSpan.Start)
            .Select(static one => one.GetMessage(null)),
    ];

    /// <summary>An assembly to refer to, with what is generated for it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isReference">Whether it is a reference assembly: nothing private is in it then.</param>
    /// <param name="hasContracts">Whether the generator of contracts has run over it.</param>
    public static MetadataReference CompileLibrary(string source, bool isReference = false, bool hasContracts = true)
    {
        IIncrementalGenerator[] generators =
            [new PortGenerator(), new PayloadGenerator(), new MessageGenerator(), .. hasContracts ? [new ContractGenerator()] : Array.Empty<IIncrementalGenerator>()];
        CSharpGeneratorDriver
            .Create([.. generators.Select(static one => one.AsSourceGenerator())])
            .WithUpdatedParseOptions(AnalyzerHarness.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(
                Compile(source, "Library" + Guid.NewGuid().ToString("N"), isProgram: false, []),
                out Compilation output,
                out _);
        using var image = new MemoryStream();
        EmitResult result = output.Emit(
            image,
            options: new EmitOptions(metadataOnly: isReference, includePrivateMembers: !isReference));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>The code fix turns one source into the other.</summary>
    public static async Task VerifyFixAsync(string before, string after, CodeFixProvider? fix = null)
    {
        using var workspace = new AdhocWorkspace();
        Document document = DocumentOf(workspace, before);
        Diagnostic diagnostic = Assert.Single(await AnalyzeAsync(before, "", isProgram: false, []));

        document = await AnalyzerHarness.ApplyAsync(fix ?? new ReplaceTagCodeFix(), document, diagnostic);

        Assert.Equal(after, (await document.GetTextAsync()).ToString());
    }

    /// <summary>Whether the code fix is offered at all.</summary>
    public static async Task<bool> IsFixOfferedAsync(string source, CodeFixProvider? fix = null)
    {
        using var workspace = new AdhocWorkspace();
        Document document = DocumentOf(workspace, source);
        fix ??= new ReplaceTagCodeFix();
        Diagnostic diagnostic = Assert.Single(await AnalyzeAsync(source, "", isProgram: false, []));
        return fix.FixableDiagnosticIds.Contains(diagnostic.Id)
            && await AnalyzerHarness.FindActionAsync(fix, document, diagnostic) is not null;
    }

    private static Document DocumentOf(AdhocWorkspace workspace, string source) =>
        workspace.AddProject("Fixed", LanguageNames.CSharp)
            .WithMetadataReferences(AnalyzerHarness.References)
            .AddDocument("Usings.cs", AnalyzerHarness.Usings).Project
            .AddDocument("Source.cs", source);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        string source,
        string settings,
        bool isProgram,
        MetadataReference[] references)
    {
        CSharpGeneratorDriver
            .Create(new PortGenerator(), new PayloadGenerator(), new MessageGenerator())
            .WithUpdatedParseOptions(AnalyzerHarness.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(
                Compile(source, "Analyzed", isProgram, references),
                out Compilation compilation,
                out _);
        Assert.Empty(compilation.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([new SendSiteAnalyzer()], new AnalyzerOptions([], new TestSettings(settings)))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(all, static diagnostic => diagnostic.Id == "AD0001");
        return all;
    }

    private static CSharpCompilation Compile(
        string source,
        string name,
        bool isProgram,
        MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [
            CSharpSyntaxTree.ParseText(AnalyzerHarness.Usings, AnalyzerHarness.ParseOptions, "Usings.cs"),
            CSharpSyntaxTree.ParseText(source, AnalyzerHarness.ParseOptions, "Source.cs"),
        ],
        [.. AnalyzerHarness.References, .. references],
        new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable));
}
