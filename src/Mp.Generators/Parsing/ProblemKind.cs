namespace Mp.Generators.Parsing;

/// <summary>Why nothing is generated for a type. The analyzers have a diagnostic for each.</summary>
internal enum ProblemKind
{
    ClassIsNotPartial,
    ClassIsNotAPort,
    ContainingTypeIsNotPartial,
    ClassIsFileLocal,
    HandlerIsNotOrdinary,
    ParameterIsNotByValue,
    ParameterTypeIsUnsupported,
    ReturnTypeIsUnsupported,
    HandlerIsAsyncVoid,
    MessageIsBoundTwice,
    RestIsNotOfAnyType,
    UnmatchedIsNotOne,
    UnmatchedHasOddShape,
    ConstantIsUnsupported,
    PatternIsTooLong,
    PayloadIsNotARecord,
    PayloadHasNoPrimaryConstructor,
    MemberTypeIsUnsupported,
    PayloadIsInaccessible,
    PayloadIsGeneric,
}
