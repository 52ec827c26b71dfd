using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Mp.Analyzers.CodeFixes;
using Mp.Generators;

namespace Mp.Analyzers.Tests;

/// <summary>
/// Runs the analyzer of contract files over a source and a file, which both say by markup what is expected.
/// </summary>
internal static class ContractFileHarness
{
    private const string FileName = "MpContracts.txt";

    private static readonly ISourceGenerator[] Generators =
    [
        new PortGenerator().AsSourceGenerator(),
        new PayloadGenerator().AsSourceGenerator(),
        new MessageGenerator().AsSourceGenerator(),
        new ContractGenerator().AsSourceGenerator(),
    ];

    /// <summary>The diagnostics are those marked up, each where it is marked.</summary>
    /// <param name="source">The source.</param>
    /// <param name="file">The file; nothing if the project has none.</param>
    /// <param name="references">Other assemblies that it refers to.</param>
    public static async Task VerifyAsync(string source, string? file, params MetadataReference[] references)
    {
        MarkedSource marked = MarkedSource.Parse(source);
        MarkedSource markedFile = MarkedSource.Parse(file ?? "");

        ImmutableArray<Diagnostic> all =
            await AnalyzeAsync(Compile(marked.Text, references), file is null ? null : markedFile.Text);

        Assert.Equal(Expected(marked), Actual(all.Where(static one => one.Location.IsInSource), marked));
        Assert.Equal(Expected(markedFile), Actual(all.Where(static one => !one.Location.IsInSource), markedFile));
    }

    /// <summary>The messages of what is reported.</summary>
    public static async Task<IEnumerable<string>> MessagesOfAsync(string source, string file) =>
        (await AnalyzeAsync(Compile(source), file)).Select(static one => one.GetMessage(null));

    /// <summary>
    /// The code fix of each diagnostic turns the file into the other, after which nothing is left to report.
    /// </summary>
    public static async Task VerifyFixAsync(string source, string before, string after)
    {
        Project project = ProjectOf(source, before);
        ImmutableArray<Diagnostic> all = await AnalyzeAsync(project);
        Assert.NotEmpty(all);
        foreach (Diagnostic diagnostic in all)
        {
            TextDocument reported = diagnostic.Location.IsInSource ? project.Documents.Last() : FileOf(project);
            CodeAction? action = null;
            await new UpdateContractFileCodeFix().RegisterCodeFixesAsync(
                new CodeFixContext(reported, diagnostic, (found, _) => action = found, CancellationToken.None));

            Assert.Equal(after, await ApplyAsync(action, project.Id));
        }
    }

    /// <summary>The file after all diagnostics were mended at once.</summary>
    public static async Task<string> FixAllAsync(string source, string file, FixAllScope scope)
    {
        Project project = ProjectOf(source, file);
        var provider = new UpdateContractFileCodeFix();
        var context = new FixAllContext(
            project,
            provider,
            scope,
            codeActionEquivalenceKey: null!,
            provider.FixableDiagnosticIds,
            new NoDiagnostics(),
            CancellationToken.None);
        return await ApplyAsync(await provider.GetFixAllProvider().GetFixAsync(context), project.Id);
    }

    private static async Task<string> ApplyAsync(CodeAction? action, ProjectId id)
    {
        Assert.NotNull(action);
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Project changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(id)!;
        Assert.Empty(await AnalyzeAsync(changed));
        return (await FileOf(changed).GetTextAsync()).ToString();
    }

    private static IEnumerable<string> Expected(MarkedSource source) =>
        source.Expected.Select(static span => $"{span.Id} at '{span.Text}' ({span.Span.Start})").Order();

    private static IEnumerable<string> Actual(IEnumerable<Diagnostic> diagnostics, MarkedSource source) =>
        diagnostics.Select(one => AnalyzerHarness.Describe(one, source.Text)).Order();

    private static Compilation Compile(string source, params MetadataReference[] references)
    {
        CSharpCompilation compilation = AnalyzerHarness.Compile(source).AddReferences(references);
        CSharpGeneratorDriver
            .Create(Generators)
            .WithUpdatedParseOptions(AnalyzerHarness.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return output;
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project) => await AnalyzeAsync(
        (await project.GetCompilationAsync())!,
        (await FileOf(project).GetTextAsync()).ToString());

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, string? file)
    {
        AdditionalText other = new InMemoryText("/project/Other.txt", "mp-contracts 9");
        var options = new AnalyzerOptions(
            file is null ? [other] : [other, new InMemoryText("/project/" + FileName, file)]);
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([new ContractFileAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(all, static diagnostic => diagnostic.Id == "AD0001");
        return all;
    }

    private static Project ProjectOf(string source, string file) => new AdhocWorkspace()
        .AddProject("Fixed", LanguageNames.CSharp)
        .WithMetadataReferences(AnalyzerHarness.References)
        .WithParseOptions(AnalyzerHarness.ParseOptions)
        .WithCompilationOptions(AnalyzerHarness.Compile("").Options)
        .AddAnalyzerReference(new GeneratorReference(Generators))
        .AddDocument("Usings.cs", AnalyzerHarness.Usings).Project
        .AddDocument("Source.cs", source).Project
        .AddAdditionalDocument(FileName, SourceText.From(file), filePath: "/project/" + FileName).Project;

    private static TextDocument FileOf(Project project) => project.AdditionalDocuments.Single();

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class GeneratorReference(IReadOnlyList<ISourceGenerator> generators) : AnalyzerReference
    {
        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [.. generators];

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => [.. generators];
    }

    private sealed class NoDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project,
            CancellationToken token) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken token) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken token) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
