using Microsoft.CodeAnalysis;

namespace Mp.Analyzers;

/// <content>What becomes of what was sent.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SentDataIsChanged = Warning(
        "MP2102",
        Category.Sends,
        title: "What was sent is not changed afterwards",
        message: "'{0}' was sent before, and is changed here: a receiver in the same process has this very object; "
            + "send a copy, or change another one");
}
