using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

public sealed class LogEventTests
{
    private sealed record LogEvent(SourceFile File, ClassDeclarationSyntax Class, string Method, int Id);

    private static readonly IReadOnlyList<LogEvent> Events = [.. SourceFile.Below("src").SelectMany(EventsIn)];

    [Fact]
    public void Ids_AreUnique() => Offenders.AreNone(
        "An event id is used twice:",
        Events.GroupBy(logged => logged.Id)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(logged => logged.Method))}"));

    [Fact]
    public void Ids_AreInTheRangeThatTheirClassDocuments() => Offenders.AreNone(
        "An event id is outside the hundred of its class (\"Ids 100 to 199\" in the class's summary):",
        Events.Where(logged => !SummaryOf(logged.Class).Contains(RangeOf(logged.Id), StringComparison.Ordinal))
            .Select(logged => $"{logged.File}: {logged.Method} is {logged.Id}, {RangeOf(logged.Id)}"));

    [Fact]
    public void Events_AreInClassesNamedLog() => Offenders.AreNone(
        "Log events belong into one class an area, named ...Log:",
        Events.Where(logged => !logged.Class.Identifier.Text.EndsWith("Log", StringComparison.Ordinal))
            .Select(logged => $"{logged.File}: {logged.Method}"));

    private static IEnumerable<LogEvent> EventsIn(SourceFile file) =>
        from attribute in file.Unit.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() is "LoggerMessage" or "LoggerMessageAttribute"
        let method = attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>()!
        select new LogEvent(file, (ClassDeclarationSyntax)method.Parent!, method.Identifier.Text, IdOf(attribute));

    private static int IdOf(AttributeSyntax attribute)
    {
        IEnumerable<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? [];
        AttributeArgumentSyntax? id =
            arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == "EventId")
            ?? arguments.FirstOrDefault(argument => argument.NameEquals is null);
        return int.TryParse(id?.Expression.ToString(), CultureInfo.InvariantCulture, out int value) ? value : -1;
    }

    private static string SummaryOf(ClassDeclarationSyntax type) => type.GetLeadingTrivia().ToFullString();

    private static string RangeOf(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"Ids {id / 100 * 100} to {(id / 100 * 100) + 99}");
}
