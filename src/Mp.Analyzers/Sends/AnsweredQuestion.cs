using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>A record that says what it is answered by.</summary>
/// <param name="Type">The record.</param>
/// <param name="Answer">What it is answered by.</param>
internal sealed record AnsweredQuestion(INamedTypeSymbol Type, INamedTypeSymbol Answer)
{
    /// <summary>The question that came with the port that is sent to, or nothing.</summary>
    /// <remarks>As handlers have it: the record first, and the port for the answer after it.</remarks>
    public static AnsweredQuestion? Of(IOperation target) =>
        target is IParameterReferenceOperation { Parameter: { Ordinal: 1, ContainingSymbol: IMethodSymbol handler } }
        && handler.Parameters[0].Type is INamedTypeSymbol type
        && type.AllInterfaces.FirstOrDefault(static one => KnownTypes.Is(one, KnownTypes.AnsweredBy)) is { } answered
        && answered.TypeArguments[0] is INamedTypeSymbol answer
            ? new AnsweredQuestion(type, answer)
            : null;
}
