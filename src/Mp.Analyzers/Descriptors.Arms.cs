using Microsoft.CodeAnalysis;

namespace Mp.Analyzers;

/// <content>What is odd about handlers that are legal.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor HandlersAreTheSame = Warning(
        "MP1031",
        Category.Ports,
        title: "Two handlers do not receive the same messages",
        message: "'{0}' receives exactly what '{1}' does: {2}");

    public static readonly DiagnosticDescriptor PatternIsCovered = Warning(
        "MP1032",
        Category.Ports,
        title: "No pattern of a handler covers a later one",
        message: "This pattern never makes '{0}' run: another pattern of it already matches all of its messages, and "
            + "a handler runs once a message");

    public static readonly DiagnosticDescriptor ConstantContradictsHandlers = Info(
        "MP1033",
        Category.Ports,
        title: "A constant is what other handlers of the tag take in its place",
        message: "Every other handler of \"{0}\" that binds this element takes another type than this constant of "
            + "'{1}' is of");

    public static readonly DiagnosticDescriptor PatternHasNoTag = Info(
        "MP1034",
        Category.Ports,
        title: "A pattern begins with a string",
        message: "The pattern of '{1}' does not begin with a string, so it is tried on every message, which is slower");

    public static readonly DiagnosticDescriptor DefaultIsNeverUsed = Warning(
        "MP1035",
        Category.Ports,
        title: "A parameter with a default value binds an element that may be missing",
        message: "The default value of '{0}' is never used: the pattern matches no message without its "
            + "element; remove the default value");

    public static readonly DiagnosticDescriptor UnmatchedIsNeverReached = Warning(
        "MP1036",
        Category.Ports,
        title: "An [RcvUnmatched] method can be reached",
        message: "'{0}' never runs: '{1}' matches every message, so none is left over");
}
