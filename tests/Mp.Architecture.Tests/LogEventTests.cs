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

    // The generator of loggers writes several classes in an order that changes from build to build.
    [Fact]
    public void Events_AreInOneClassAnAssembly_NamedLog() => Offenders.AreNone(
        "The log events of an assembly belong into one class, named ...Log:",
        Events.GroupBy(logged => AssemblyOf(logged.File))
            .Where(events => events.Select(logged => logged.Class).Distinct().Count() > 1
                || !events.First().Class.Identifier.Text.EndsWith("Log", StringComparison.Ordinal))
            .SelectMany(events => events.Select(logged => $"{logged.File}: {logged.Method}")));

    // "src/Mp.Runtime/..."
    private static string AssemblyOf(SourceFile file) => file.Path.Split('/')[1];

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
