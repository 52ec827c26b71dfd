using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Mp.Generators;

namespace Mp.Analyzers.Tests;

/// <summary>Runs the analyzers, and code fixes, over sources that say by markup what is expected.</summary>
internal static class AnalyzerHarness
{
    internal const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using Mp;
        global using Mp.Payloads;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(PortAnalyzer).Assembly.GetTypes()
            .Where(static type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Where(static type => type != typeof(SendSiteAnalyzer)) // Sources here send to nobody: see SendHarness.
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    internal static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>
    /// The diagnostics of all analyzers are those marked up, each where it is marked. Of those that are no more than
    /// information, only the ids that are marked somewhere are looked at. Where none is an error, the code must compile
    /// with what is generated for it.
    /// </summary>
    /// <param name="markup">The source.</param>
    /// <param name="compiles">Whether a source without errors of ours compiles; if not, the compiler says why.</param>
    public static async Task VerifyAsync(string markup, bool compiles = true)
    {
        MarkedSource source = MarkedSource.Parse(markup);
        CSharpCompilation compilation = Compile(source.Text);

        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(compilation);

        Assert.Equal(
            source.Expected.Select(static span => $"{span.Id} at '{span.Text}' ({span.Span.Start})").Order(),
            diagnostics.Where(source.IsAbout).Select(diagnostic => Describe(diagnostic, source.Text)).Order());
        if (compiles && diagnostics.All(static diagnostic => diagnostic.Severity < DiagnosticSeverity.Error))
        {
            AssertCompiles(compilation);
        }
    }

    /// <summary>The diagnostics of all analyzers, in a source without markup.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source) => AnalyzeAsync(Compile(source));

    /// <summary>
    /// The diagnostics of all analyzers, in a source that refers to another project's, as an editor has it.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, string project) =>
        AnalyzeAsync(Compile(source).AddReferences(Compile(project).WithAssemblyName("Project").ToMetadataReference()));

    /// <summary>A code fix turns one source into the other, after which nothing is left to report.</summary>
    public static async Task VerifyFixAsync(CodeFixProvider fix, string markup, string expected)
    {
        MarkedSource source = MarkedSource.Parse(markup);
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Fixed",
            "Fixed",
            LanguageNames.CSharp,
            parseOptions: ParseOptions,
            compilationOptions: CompilationOptions,
            metadataReferences: References));
        project = project.AddDocument("Usings.cs", Usings).Project;
        Document document = project.AddDocument("Source.cs", source.Text);
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;

        Diagnostic diagnostic = Assert.Single(await AnalyzeAsync(compilation), source.IsAbout);
        document = await ApplyAsync(fix, document, diagnostic);

        string text = (await document.GetTextAsync()).ToString();
        Assert.Equal(expected, text);
        Assert.DoesNotContain(await AnalyzeAsync(Compile(text)), source.IsAbout);
    }

    /// <summary>Whether a code fix is offered at all.</summary>
    public static async Task<bool> IsFixOfferedAsync(CodeFixProvider fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("Fixed", LanguageNames.CSharp)
            .WithMetadataReferences(References)
            .AddDocument("Usings.cs", Usings).Project
            .AddDocument("Source.cs", source);
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        Diagnostic diagnostic = Assert.Single(
            await AnalyzeAsync(compilation),
            one => fix.FixableDiagnosticIds.Contains(one.Id));
        return await FindActionAsync(fix, document, diagnostic) is not null;
    }

    internal static async Task<Document> ApplyAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        CodeAction? action = await FindActionAsync(fix, document, diagnostic);
        Assert.NotNull(action);
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
    }

    internal static async Task<CodeAction?> FindActionAsync(
        CodeFixProvider fix,
        Document document,
        Diagnostic diagnostic)
    {
        CodeAction? found = null;
        var context = new CodeFixContext(document, diagnostic, (action, _) => found = action, CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        return found;
    }

    /// <summary>A source as the harness has it, without what is generated for it.</summary>
    public static CSharpCompilation Compile(string text) => CSharpCompilation.Create(
        "Analyzed",
        [
            CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs"),
            CSharpSyntaxTree.ParseText(text, ParseOptions, "Source.cs"),
        ],
        References,
        CompilationOptions);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers(Analyzers)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(all, static diagnostic => diagnostic.Id == "AD0001");
        return all;
    }

    private static void AssertCompiles(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver
            .Create(
            [
                new PortGenerator().AsSourceGenerator(),
                new PayloadGenerator().AsSourceGenerator(),
                new MessageGenerator().AsSourceGenerator(),
            ])
            .WithUpdatedParseOptions(ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Assert.Empty(output.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));
    }

    internal static string Describe(Diagnostic diagnostic, string text)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        return $"{diagnostic.Id} at '{text.Substring(span.Start, span.Length)}' ({span.Start})";
    }
}
