using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

public sealed class DiagnosticTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Rules =
    [
        .. CompilerAssemblies.Analyzers.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void EveryDiagnostic_HasItsPage_WithItsTitle() => Offenders.AreNone(
        "A diagnostic has no page docs/diagnostics/ID.md that begins with '# ID: title':",
        Rules.Where(rule => !PageBegins(rule)).Select(rule => $"{rule.Id}: {rule.Title}"));

    [Fact]
    public void EveryDiagnostic_HasItsReleaseRow() => Offenders.AreNone(
        "A diagnostic has no row 'ID | category | severity | title' in AnalyzerReleases.*.md:",
        Rules.Where(rule => !ReleaseRows().Any(row => IsRowOf(row, rule))).Select(rule => $"{rule.Id}: {rule.Title}"));

    [Fact]
    public void EveryPage_IsOfADiagnostic() => Offenders.AreNone(
        "A page describes a diagnostic that nobody reports:",
        Repository.Files("docs/diagnostics", "MP*.md")
            .Where(page => Rules.All(rule => rule.Id != Path.GetFileNameWithoutExtension(page))));

    [Fact]
    public void Ids_AreOfTheProduct() => Offenders.AreNone(
        "An id is not MP and four digits:",
        Rules.Where(rule => !Regex.IsMatch(rule.Id, "^MP[0-9]{4}$")).Select(rule => rule.Id));

    private static bool PageBegins(DiagnosticDescriptor rule)
    {
        string page = $"docs/diagnostics/{rule.Id}.md";
        return File.Exists(Repository.FullPath(page))
            && Repository.Read(page).StartsWith($"# {rule.Id}: {rule.Title}\n", StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> ReleaseRows() =>
        from file in Repository.Files("src/Mp.Analyzers", "AnalyzerReleases.*.md")
        from line in Repository.Read(file).Split('\n')
        select line.Split('|', StringSplitOptions.TrimEntries);

    private static bool IsRowOf(string[] row, DiagnosticDescriptor rule) =>
        row is [var id, var category, var severity, var title, ..]
        && id == rule.Id
        && category == rule.Category
        && severity == rule.DefaultSeverity.ToString()
        && title.StartsWith(rule.Title.ToString(), StringComparison.Ordinal);
}
