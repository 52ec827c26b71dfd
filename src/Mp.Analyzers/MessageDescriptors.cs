using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>The diagnostics of records that are messages: MP2020 to MP2028.</summary>
internal static class MessageDescriptors
{
    public static readonly DiagnosticDescriptor MessageIsNotARecord = Error(
        "MP2020",
        title: "A message is a record",
        message: "'{0}' is marked [Message], so it must be a record or a record struct");

    public static readonly DiagnosticDescriptor MessageIsNotPartial = Error(
        "MP2021",
        title: "A message record is partial",
        message: "'{0}' is marked [Message], so it must be declared 'partial': how it is sent is generated");

    public static readonly DiagnosticDescriptor TypeAroundMessageIsNotPartial = Error(
        "MP2022",
        title: "A type around a message record is partial",
        message: "'{0}' contains a record marked [Message], so it must be declared 'partial'");

    public static readonly DiagnosticDescriptor MessageHasNoPrimaryConstructor = Error(
        "MP2023",
        title: "A message record has a primary constructor",
        message: "'{0}' is marked [Message], so it must not be abstract and needs a primary constructor that sets all "
            + "its required members: its parameters are the elements of the message");

    public static readonly DiagnosticDescriptor MessageMemberIsUnsupported = Error(
        "MP2024",
        title: "A message record's members have types that messages carry",
        message: "Member {0}");

    public static readonly DiagnosticDescriptor MessageIsGeneric = Error(
        "MP2025",
        title: "A message record is not generic",
        message: "'{0}' is marked [Message], so neither it nor a type around it may have type parameters");

    public static readonly DiagnosticDescriptor MessageIsFileLocal = Error(
        "MP2026",
        title: "A message record is not file-local",
        message: "'{0}' is marked [Message], so it must not be file-local: how it is sent is in another file");

    public static readonly DiagnosticDescriptor MessageTagIsUnusable = Error(
        "MP2027",
        title: "A message's tag is a short text",
        message: "The tag of a message {0}; it must have from 1 to 255 bytes in UTF-8");

    public static readonly DiagnosticDescriptor MessageParameterIsNotFirst = Error(
        "MP2028",
        title: "A message record is the first parameter of a handler without a pattern",
        message: "Parameter '{0}' is a whole message, so it must come first and its [Rcv] must have no pattern; "
            + "to travel as an element, it must be marked [Payload]");

    /// <summary>The diagnostic for each problem of a message record.</summary>
    public static readonly ImmutableDictionary<ProblemKind, DiagnosticDescriptor> Messages =
        new Dictionary<ProblemKind, DiagnosticDescriptor>
        {
            [ProblemKind.MessageIsNotARecord] = MessageIsNotARecord,
            [ProblemKind.MessageIsNotPartial] = MessageIsNotPartial,
            [ProblemKind.TypeAroundMessageIsNotPartial] = TypeAroundMessageIsNotPartial,
            [ProblemKind.MessageHasNoPrimaryConstructor] = MessageHasNoPrimaryConstructor,
            [ProblemKind.MessageMemberIsUnsupported] = MessageMemberIsUnsupported,
            [ProblemKind.MessageIsGeneric] = MessageIsGeneric,
            [ProblemKind.MessageIsFileLocal] = MessageIsFileLocal,
            [ProblemKind.MessageTagIsUnusable] = MessageTagIsUnusable,
        }.ToImmutableDictionary();

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category.Payloads, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
