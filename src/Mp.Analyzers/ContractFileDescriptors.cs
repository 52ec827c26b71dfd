using Microsoft.CodeAnalysis;

namespace Mp.Analyzers;

/// <summary>The diagnostics of projects that have a file of contracts. Ids are never reused or renumbered.</summary>
internal static class ContractFileDescriptors
{
    private const string Remedy = "; peers built before may rely on it: undo that, or update MpContracts.txt";

    public static readonly DiagnosticDescriptor ArmIsLost = Create(
        "MP1201",
        DiagnosticSeverity.Error,
        title: "A port receives what MpContracts.txt says",
        message: "{0}" + Remedy);

    public static readonly DiagnosticDescriptor ShapeIsBroken = Create(
        "MP1202",
        DiagnosticSeverity.Error,
        title: "A message or payload travels as MpContracts.txt says",
        message: "{0}" + Remedy);

    public static readonly DiagnosticDescriptor FileIsUnreadable = Create(
        "MP1203",
        DiagnosticSeverity.Error,
        title: "MpContracts.txt can be read",
        message: "Line {0} of MpContracts.txt is no part of a contract: {1}");

    public static readonly DiagnosticDescriptor ContractHasGrown = Create(
        "MP1204",
        DiagnosticSeverity.Info,
        title: "MpContracts.txt says all that is received",
        message: "{0}, which MpContracts.txt does not say yet");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, Category.Contracts, severity, isEnabledByDefault: true);
}
