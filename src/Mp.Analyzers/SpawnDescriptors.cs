using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>The diagnostics of classes that can be spawned: MP1040 to MP1043, and those of parameters.</summary>
internal static class SpawnDescriptors
{
    public static readonly DiagnosticDescriptor IsNotAPort = Error(
        "MP1040",
        title: "A class that is spawned is a port class that can be made",
        message: "{0}: what is marked [Spawn] is made by its name, so it must be a class that derives from Port, is "
            + "neither abstract nor generic, and is public or internal");

    public static readonly DiagnosticDescriptor HasNoConstructor = Error(
        "MP1041",
        title: "A class that is spawned has one constructor",
        message: "'{0}' is marked [Spawn], so it must have exactly one constructor that is public or internal, which "
            + "sets all its required members: the arguments are bound to its parameters");

    public static readonly DiagnosticDescriptor NameIsTaken = Error(
        "MP1042",
        title: "A name is spawned by one class",
        message: "\"{0}\" is the name of '{1}' already; of two classes with one name none is spawned, so give '{2}' "
            + "another",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NameIsUnusable = Error(
        "MP1043",
        title: "The name of a class that is spawned is a short text",
        message: "The name by which a class is spawned {0}; it must have from 1 to 255 bytes in UTF-8");

    /// <summary>The diagnostic for each problem of one class.</summary>
    public static readonly ImmutableDictionary<ProblemKind, DiagnosticDescriptor> Spawns =
        new Dictionary<ProblemKind, DiagnosticDescriptor>
        {
            [ProblemKind.SpawnIsNotAPort] = IsNotAPort,
            [ProblemKind.SpawnHasNoConstructor] = HasNoConstructor,
            [ProblemKind.SpawnNameIsUnusable] = NameIsUnusable,
            [ProblemKind.ParameterIsNotByValue] = Descriptors.ParameterIsNotByValue,
            [ProblemKind.ParameterTypeIsUnsupported] = Descriptors.ParameterTypeIsUnsupported,
            [ProblemKind.MessageIsBoundTwice] = Descriptors.MessageIsBoundTwice,
            [ProblemKind.RestIsNotOfAnyType] = Descriptors.RestIsNotOfAnyType,
            [ProblemKind.PayloadCodecDoesNotFit] = PayloadDescriptors.PayloadCodecDoesNotFit,
            [ProblemKind.MessageParameterIsNotFirst] = MessageDescriptors.MessageParameterIsNotFirst,
        }.ToImmutableDictionary();

    private static DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) => new(
        id,
        title,
        message,
        Category.Ports,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        customTags: tags);
}
