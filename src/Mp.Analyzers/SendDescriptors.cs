using Microsoft.CodeAnalysis;

namespace Mp.Analyzers;

/// <summary>The diagnostics of places where messages are sent. Ids are never reused or renumbered.</summary>
internal static class SendDescriptors
{
    /// <summary>The property of a diagnostic that says what the tag should be.</summary>
    public const string TagProperty = "Tag";

    public static readonly DiagnosticDescriptor TagIsNotReceived = Create(
        "MP1101",
        DiagnosticSeverity.Error,
        title: "A message has a tag that its port receives",
        message: "{0}");

    public static readonly DiagnosticDescriptor ElementsAreNotReceived = Create(
        "MP1102",
        DiagnosticSeverity.Error,
        title: "A message has the elements that its port receives",
        message: "{0}");

    public static readonly DiagnosticDescriptor OnlyDerivedMayReceive = Create(
        "MP1103",
        DiagnosticSeverity.Warning,
        title: "A message is one that its port's class receives",
        message: "{0}; only a class that derives from '{1}' may");

    public static readonly DiagnosticDescriptor SomeValuesAreNotReceived = Create(
        "MP1104",
        DiagnosticSeverity.Warning,
        title: "A message is received whatever its values",
        message: "'{0}' takes {1} only for some values: {2}; expected {3}");

    public static readonly DiagnosticDescriptor CallIsNotAnswered = Create(
        "MP1105",
        DiagnosticSeverity.Warning,
        title: "A call is received by a handler that can answer",
        message: "No handler of '{0}' that takes {1} has a parameter for the last element, where to send the answer; "
            + "it takes {2}");

    public static readonly DiagnosticDescriptor AnswerIsAnother = Create(
        "MP1106",
        DiagnosticSeverity.Warning,
        title: "An answer is what its question says",
        message: "'{0}' is answered by {1}: {2}");

    public static readonly DiagnosticDescriptor ArgumentsAreNotTaken = Create(
        "MP1107",
        DiagnosticSeverity.Warning,
        title: "A spawn has the arguments that the class takes",
        message: "'{0}' is not made from {1}: {2}; it takes {3}");

    public static readonly DiagnosticDescriptor TagIsUnknown = Create(
        "MP1110",
        DiagnosticSeverity.Warning,
        title: "A message has a tag that somebody receives",
        message: "No handler that is known here has the tag {0}{1}");

    public static readonly DiagnosticDescriptor SpawnNameIsUnknown = Create(
        "MP1111",
        DiagnosticSeverity.Warning,
        title: "A spawn has a name that somebody registers",
        message: "No class that is known here is marked [Spawn({0})], and nothing is registered by that name{1}");

    public static readonly DiagnosticDescriptor OptionHasNoName = Create(
        "MP2029",
        DiagnosticSeverity.Warning,
        title: "An option of a call has its name",
        message: "This '{0}' is sent as an element; write '{1}:' before it if it is an option of the call");

    public static readonly DiagnosticDescriptor ElementCannotTravel = Create(
        "MP2101",
        DiagnosticSeverity.Warning,
        title: "What is sent can travel",
        message: "'{0}' can't travel to another process: {1}");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, Category.Sends, severity, isEnabledByDefault: true);
}
