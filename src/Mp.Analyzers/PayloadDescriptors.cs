using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>The diagnostics of payload types: MP2003 to MP2005, and MP2030 to MP2049.</summary>
internal static class PayloadDescriptors
{
    public static readonly DiagnosticDescriptor MemberTypeIsUnsupported = Error(
        "MP2003",
        title: "A payload's members have types that messages carry",
        message: "Member '{0}' of a payload can't travel; supported are " + Descriptors.Supported);

    public static readonly DiagnosticDescriptor PayloadIsInaccessible = Error(
        "MP2004",
        title: "A payload is accessible in its whole assembly",
        message: "'{0}' is marked [Payload], so it must be public or internal, and so must the types around it");

    public static readonly DiagnosticDescriptor PayloadIsInGenericType = Error(
        "MP2005",
        title: "A payload is not inside a generic type",
        message: "'{0}' is marked [Payload], so no type around it may have type parameters; it may have its own");

    public static readonly DiagnosticDescriptor PayloadIsAbstract = Error(
        "MP2030",
        title: "A payload is not abstract",
        message: "'{0}' is marked [Payload], so it must be possible to create one: mark the types that derive from it");

    public static readonly DiagnosticDescriptor PayloadHasNoConstructor = Error(
        "MP2031",
        title: "A payload has a constructor that its members fill",
        message: "'{0}' needs a public or internal constructor without parameters, or whose parameters have the names "
            + "and types of its members");

    public static readonly DiagnosticDescriptor PayloadConstructorIsNotOne = Error(
        "MP2032",
        title: "A payload's constructor is known",
        message: "'{0}' could be created by several constructors: mark one of them, and no other, with "
            + "[PayloadConstructor]");

    public static readonly DiagnosticDescriptor PayloadMemberIsUnreachable = Error(
        "MP2033",
        title: "A payload's members can be read and set",
        message: "Member '{0}' can't be read and set from outside its type: make the type partial, open the member, "
            + "give the constructor a parameter of its name, or mark it [IgnoreMember]");

    public static readonly DiagnosticDescriptor PayloadRequiresWhatIsIgnored = Error(
        "MP2034",
        title: "A required member of a payload travels",
        message: "Member '{0}' is required, so it must travel: without it, no payload could be created");

    public static readonly DiagnosticDescriptor PayloadKeyIsTaken = Error(
        "MP2035",
        title: "A payload has each key once",
        message: "Key {0} is that of another member as well");

    public static readonly DiagnosticDescriptor PayloadKeyIsMissing = Error(
        "MP2036",
        title: "All members of a payload have a number, or none has",
        message: "Member '{0}' has no number, and other members have: give it a [Key], or mark it [IgnoreMember]");

    public static readonly DiagnosticDescriptor PayloadKeysAreMixed = Error(
        "MP2037",
        title: "A payload's keys are numbers or texts",
        message: "The key of member '{0}' is a text, and those of others are numbers");

    public static readonly DiagnosticDescriptor PayloadKeyIsUnusable = Error(
        "MP2038",
        title: "A payload's key is a small number or a text",
        message: "The key of member '{0}' must be a number from 0 to 1023, or a text that is Unicode");

    /// <summary>The diagnostic for each problem of a payload type.</summary>
    public static readonly ImmutableDictionary<ProblemKind, DiagnosticDescriptor> Payloads =
        new Dictionary<ProblemKind, DiagnosticDescriptor>
        {
            [ProblemKind.MemberTypeIsUnsupported] = MemberTypeIsUnsupported,
            [ProblemKind.PayloadIsInaccessible] = PayloadIsInaccessible,
            [ProblemKind.PayloadIsInGenericType] = PayloadIsInGenericType,
            [ProblemKind.PayloadIsAbstract] = PayloadIsAbstract,
            [ProblemKind.PayloadHasNoConstructor] = PayloadHasNoConstructor,
            [ProblemKind.PayloadConstructorIsNotOne] = PayloadConstructorIsNotOne,
            [ProblemKind.PayloadMemberIsUnreachable] = PayloadMemberIsUnreachable,
            [ProblemKind.PayloadRequiresWhatIsIgnored] = PayloadRequiresWhatIsIgnored,
            [ProblemKind.PayloadKeyIsTaken] = PayloadKeyIsTaken,
            [ProblemKind.PayloadKeyIsMissing] = PayloadKeyIsMissing,
            [ProblemKind.PayloadKeysAreMixed] = PayloadKeysAreMixed,
            [ProblemKind.PayloadKeyIsUnusable] = PayloadKeyIsUnusable,
        }.ToImmutableDictionary();

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category.Payloads, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
