using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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

    private static readonly IReadOnlyList<SuppressionDescriptor> Silenced =
    [
        .. CompilerAssemblies.Analyzers.GetTypes()
            .Where(type => typeof(DiagnosticSuppressor).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticSuppressor)Activator.CreateInstance(type)!).SupportedSuppressions),
    ];

    private static readonly IReadOnlyCollection<string> Fixable =
    [
        .. CompilerAssemblies.CodeFixes.GetTypes()
            .Where(type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
            .Distinct(StringComparer.Ordinal),
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
    public void Index_HasEveryDiagnostic_WithItsTitleSeverityAndFix() => Offenders.AreNone(
        "The index has no row '| [ID](ID.md) | title | severity | fix |', the fix if there is one only:",
        Rules.Where(rule => !IndexRows().Any(row => IsIndexRowOf(row, rule)))
            .Select(rule => $"{rule.Id}: {rule.Title}, {(IsFixable(rule.Id) ? "with a fix" : "without")}"));

    [Fact]
    public void Index_IsInOrder_AndHasNothingElse() =>
        Assert.Equal(
            Rules.Select(rule => rule.Id)
                .Concat(Silenced.Select(one => one.Id).Order(StringComparer.Ordinal)),
            IndexRows().Select(row => Regex.Match(row[1], "MPS?[0-9]{4}")).Where(id => id.Success)
                .Select(id => id.Value));

    [Fact]
    public void Index_HasEverySuppression() => Offenders.AreNone(
        "docs/diagnostics/README.md has no row '| ID | silenced: title | why |':",
        Silenced
            .Where(one => !IndexRows().Any(row => row is [_, var id, var what, not "", _]
                && id == one.Id
                && what.StartsWith($"{one.SuppressedDiagnosticId}: ", StringComparison.Ordinal)))
            .Select(one => $"{one.Id}: {one.SuppressedDiagnosticId}"));

    [Fact]
    public void EveryFix_IsOfADiagnostic() => Offenders.AreNone(
        "A code fix is for a diagnostic that nobody reports:",
        Fixable.Where(id => Rules.All(rule => rule.Id != id)));

    [Fact]
    public void EveryPage_IsOfADiagnostic() => Offenders.AreNone(
        "A page describes a diagnostic that nobody reports:",
        Repository.Files("docs/diagnostics", "MP*.md")
            .Where(page => Rules.All(rule => rule.Id != Path.GetFileNameWithoutExtension(page))));

    [Fact]
    public void Ids_AreOfTheProduct() => Offenders.AreNone(
        "An id is not MP and four digits:",
        Rules.Where(rule => !Regex.IsMatch(rule.Id, "^MP[0-9]{4}$")).Select(rule => rule.Id)
            .Concat(Silenced.Where(one => !Regex.IsMatch(one.Id, "^MPS[0-9]{4}$")).Select(one => one.Id)));

    private static bool IsFixable(string id) => Fixable.Contains(id, StringComparer.Ordinal);

    private static IEnumerable<string[]> IndexRows() =>
        from line in Repository.Read("docs/diagnostics/README.md").Split('\n')
        where line.StartsWith('|')
        select line.Split('|', StringSplitOptions.TrimEntries);

    private static bool IsIndexRowOf(string[] row, DiagnosticDescriptor rule) =>
        row is [_, var id, var title, var severity, var fix, _]
        && id == $"[{rule.Id}]({rule.Id}.md)"
        && title == rule.Title.ToString()
        && severity.Equals(rule.DefaultSeverity.ToString(), StringComparison.OrdinalIgnoreCase)
        && fix.Length > 0 == IsFixable(rule.Id);

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
