using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Every diagnostic. Ids are never reused or renumbered.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ClassIsNotPartial = Error(
        "MP1001",
        Category.Ports,
        title: "A class with handlers is partial",
        message: "'{0}' has [Rcv] methods, so it must be declared 'partial': its match table is generated");

    public static readonly DiagnosticDescriptor ClassIsNotAPort = Error(
        "MP1002",
        Category.Ports,
        title: "A class with handlers is a Port",
        message: "'{0}' has [Rcv] methods, so it must be an interface or a class that derives from Port");

    public static readonly DiagnosticDescriptor ContainingTypeIsNotPartial = Error(
        "MP1003",
        Category.Ports,
        title: "A type around a class with handlers is partial",
        message: "'{0}' contains a class with [Rcv] methods, so it must be declared 'partial'");

    public static readonly DiagnosticDescriptor ClassIsFileLocal = Error(
        "MP1004",
        Category.Ports,
        title: "A class with handlers is not file-local",
        message: "'{0}' has [Rcv] methods, so it must not be file-local: its match table is in another file");

    public static readonly DiagnosticDescriptor HandlerIsNotOrdinary = Error(
        "MP1010",
        Category.Ports,
        title: "A handler is an ordinary method",
        message: "'{0}' is a handler, so it must be an ordinary method without type parameters, "
            + "and on an interface a public instance method");

    public static readonly DiagnosticDescriptor ParameterIsNotByValue = Error(
        "MP1011",
        Category.Ports,
        title: "A handler's parameters are passed by value",
        message: "Parameter '{0}' binds an element of a message, so it must not be 'ref' or 'out'");

    public static readonly DiagnosticDescriptor ParameterTypeIsUnsupported = Error(
        "MP1012",
        Category.Ports,
        title: "A handler's parameters have types that messages carry",
        message: "Parameter {0}");

    public static readonly DiagnosticDescriptor ReturnTypeIsUnsupported = Error(
        "MP1013",
        Category.Ports,
        title: "A handler returns nothing, or whether it is done",
        message: "'{0}' is a handler, so it must return void, bool, Task, Task<bool>, ValueTask or ValueTask<bool>");

    public static readonly DiagnosticDescriptor HandlerIsAsyncVoid = Error(
        "MP1014",
        Category.Ports,
        title: "A handler is not async void",
        message: "'{0}' is 'async void', so its port could not wait for it; let it return ValueTask");

    public static readonly DiagnosticDescriptor MessageIsBoundTwice = Error(
        "MP1015",
        Category.Ports,
        title: "A handler takes the message once",
        message: "Parameter '{0}' is the message once more; remove it");

    public static readonly DiagnosticDescriptor RestIsNotOfAnyType = Error(
        "MP1016",
        Category.Ports,
        title: "A rest parameter takes elements of any type",
        message: "Parameter '{0}' takes all elements that are left, so it must be "
            + "'params object?[]' or 'params ReadOnlySpan<object?>'");

    public static readonly DiagnosticDescriptor UnmatchedIsNotOne = Error(
        "MP1017",
        Category.Ports,
        title: "A class has at most one [RcvUnmatched] method",
        message: "'{0}' is one [RcvUnmatched] method too many: what nothing else matches goes to one of them");

    public static readonly DiagnosticDescriptor UnmatchedHasOddShape = Error(
        "MP1018",
        Category.Ports,
        title: "An [RcvUnmatched] method takes the message or nothing",
        message: "'{0}' is marked [RcvUnmatched], so it must be an ordinary method without type parameters that takes "
            + "nothing or a 'Message' and returns void, Task or ValueTask");

    public static readonly DiagnosticDescriptor BoundedClassIsNotAPartialPort = Error(
        "MP1051",
        Category.Ports,
        title: "A class with a bound is a partial Port",
        message: "'{0}' is marked [Port], so it must derive from Port and, with the types around it, be declared "
            + "'partial' and not file-local: the bound is in another part of it");

    public static readonly DiagnosticDescriptor CapacityIsTooSmall = Error(
        "MP1052",
        Category.Ports,
        title: "The capacity of a port is at least 1",
        message: "[Port] of '{0}' must say how many messages may wait: give it a 'Capacity' of at least 1");

    public static readonly DiagnosticDescriptor OverflowIsUnknown = Error(
        "MP1053",
        Category.Ports,
        title: "What a port does when its queue is full has a name",
        message: "'Overflow' of '{0}' must be one of PortOverflow.Wait, PortOverflow.DropNewest and PortOverflow.Kill");

    public static readonly DiagnosticDescriptor ConstantIsUnsupported = Error(
        "MP1020",
        Category.Ports,
        title: "A pattern consists of constants that messages carry",
        message: "A pattern can't have {0}; use strings, integers, floating-point numbers, booleans, "
            + "characters, enum constants, null or Any");

    public static readonly DiagnosticDescriptor PatternIsTooLong = Error(
        "MP1021",
        Category.Ports,
        title: "A pattern has at most 16 elements",
        message: "The pattern has {0} elements, of at most 16; send a [Payload] record instead");

    /// <summary>The diagnostic for each problem of a port class.</summary>
    public static readonly ImmutableDictionary<ProblemKind, DiagnosticDescriptor> Ports =
        new Dictionary<ProblemKind, DiagnosticDescriptor>
        {
            [ProblemKind.ClassIsNotPartial] = ClassIsNotPartial,
            [ProblemKind.ClassIsNotAPort] = ClassIsNotAPort,
            [ProblemKind.ContainingTypeIsNotPartial] = ContainingTypeIsNotPartial,
            [ProblemKind.ClassIsFileLocal] = ClassIsFileLocal,
            [ProblemKind.HandlerIsNotOrdinary] = HandlerIsNotOrdinary,
            [ProblemKind.ParameterIsNotByValue] = ParameterIsNotByValue,
            [ProblemKind.ParameterTypeIsUnsupported] = ParameterTypeIsUnsupported,
            [ProblemKind.ReturnTypeIsUnsupported] = ReturnTypeIsUnsupported,
            [ProblemKind.HandlerIsAsyncVoid] = HandlerIsAsyncVoid,
            [ProblemKind.MessageIsBoundTwice] = MessageIsBoundTwice,
            [ProblemKind.RestIsNotOfAnyType] = RestIsNotOfAnyType,
            [ProblemKind.UnmatchedIsNotOne] = UnmatchedIsNotOne,
            [ProblemKind.UnmatchedHasOddShape] = UnmatchedHasOddShape,
            [ProblemKind.BoundedClassIsNotAPartialPort] = BoundedClassIsNotAPartialPort,
            [ProblemKind.CapacityIsTooSmall] = CapacityIsTooSmall,
            [ProblemKind.OverflowIsUnknown] = OverflowIsUnknown,
            [ProblemKind.ConstantIsUnsupported] = ConstantIsUnsupported,
            [ProblemKind.PatternIsTooLong] = PatternIsTooLong,
            [ProblemKind.PayloadCodecDoesNotFit] = PayloadDescriptors.PayloadCodecDoesNotFit,
            [ProblemKind.MessageParameterIsNotFirst] = MessageDescriptors.MessageParameterIsNotFirst,
        }.ToImmutableDictionary();

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static DiagnosticDescriptor Info(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Info, isEnabledByDefault: true);
}
