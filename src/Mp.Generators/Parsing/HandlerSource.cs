using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>A method that makes a port class receive something.</summary>
/// <param name="Method">The one with the patterns: of the class, or of an interface that the class implements.</param>
/// <param name="Implementation">The one that runs: the same, or what implements it.</param>
/// <param name="Number">The number of the handler, which is what runs.</param>
internal sealed record HandlerSource(IMethodSymbol Method, IMethodSymbol Implementation, int Number)
{
    /// <summary>Whether the patterns are an interface's.</summary>
    public bool IsContract => Method.ContainingType.TypeKind == TypeKind.Interface;
}
