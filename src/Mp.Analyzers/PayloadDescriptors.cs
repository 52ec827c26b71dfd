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
        message: "Member {0}");

    public static readonly DiagnosticDescriptor PayloadIsInaccessible = Error(
        "MP2004",
        title: "A payload is accessible in its whole assembly",
        message: "'{0}' is marked [Payload], so it must be public or internal, as the types around it, and no ref "
            + "struct");

    public static readonly DiagnosticDescriptor PayloadIsInGenericType = Error(
        "MP2005",
        title: "A payload is not inside a generic type",
        message: "'{0}' is marked [Payload], so no type around it may have type parameters; it may have its own");

    public static readonly DiagnosticDescriptor PayloadIsAbstract = Error(
        "MP2030",
        title: "A payload is not abstract",
        message: "'{0}' is marked [Payload], so it must be possible to create one: mark the types that derive from it, "
            + "or give them numbers by [Union]");

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
        message: "Member '{0}' has no key, and each member here must have one: give it a [Key], or mark it "
            + "[IgnoreMember]");

    public static readonly DiagnosticDescriptor PayloadKeysAreMixed = Error(
        "MP2037",
        title: "A payload's keys are numbers or texts",
        message: "The key of member '{0}' is a text, and those of others are numbers");

    public static readonly DiagnosticDescriptor PayloadKeyIsUnusable = Error(
        "MP2038",
        title: "A payload's key is a small number or a text",
        message: "The key of member '{0}' must be a number from 0 to 1023, or a text that is Unicode");

    public static readonly DiagnosticDescriptor PayloadHasNoCodec = Error(
        "MP2039",
        title: "What travels has a codec",
        message: "'{0}' can't travel: {1}");

    public static readonly DiagnosticDescriptor UnionIsNotOpen = Error(
        "MP2040",
        title: "A union is an abstract class or an interface",
        message: "'{0}' is marked [Union], so it must be an abstract class or an interface without type parameters");

    public static readonly DiagnosticDescriptor UnionNumberIsTaken = Error(
        "MP2041",
        title: "A union has each number once",
        message: "Number {0} is that of another type as well");

    public static readonly DiagnosticDescriptor UnionCaseIsTaken = Error(
        "MP2042",
        title: "A union has each type once",
        message: "'{0}' has another number already");

    public static readonly DiagnosticDescriptor UnionCaseDoesNotDerive = Error(
        "MP2043",
        title: "A union's types derive from it",
        message: "'{0}' must derive from the class, or implement the interface, that is marked [Union], and not be "
            + "abstract itself");

    public static readonly DiagnosticDescriptor UnionCaseIsNoPayload = Error(
        "MP2044",
        title: "A union's types are payloads",
        message: "'{0}' can't travel: mark it with [Payload]");

    public static readonly DiagnosticDescriptor PayloadCodecDoesNotFit = Error(
        "MP2045",
        title: "A codec that is written by hand fits its type",
        message: "The codec of '{0}' must be a type that is public or internal, has a constructor without parameters, "
            + "and implements IPayloadCodec of the very type and of one that travels");

    public static readonly DiagnosticDescriptor PayloadNeedsItself = Error(
        "MP2046",
        title: "A payload comes to an end",
        message: "Member '{0}' holds another payload of this type, and must be there, and so on without end: let it be "
            + "null");

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
            [ProblemKind.UnionIsNotOpen] = UnionIsNotOpen,
            [ProblemKind.UnionNumberIsTaken] = UnionNumberIsTaken,
            [ProblemKind.UnionCaseIsTaken] = UnionCaseIsTaken,
            [ProblemKind.UnionCaseDoesNotDerive] = UnionCaseDoesNotDerive,
            [ProblemKind.UnionCaseIsNoPayload] = UnionCaseIsNoPayload,
            [ProblemKind.PayloadCodecDoesNotFit] = PayloadCodecDoesNotFit,
            [ProblemKind.PayloadNeedsItself] = PayloadNeedsItself,
            [ProblemKind.PayloadHasNoCodec] = PayloadHasNoCodec,
        }.ToImmutableDictionary();

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category.Payloads, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
