using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers;

/// <summary>Finds the variables that expressions are about.</summary>
internal static class References
{
    /// <summary>
    /// The local, parameter or field that an expression starts at: <c>a</c> of <c>a</c>, <c>a[1]</c> and <c>a.B.C</c>,
    /// <c>_a</c> of <c>this._a.B</c>. Nothing if it starts at anything else.
    /// </summary>
    public static ISymbol? RootOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IFieldReferenceOperation field => RootOf(field.Instance),
        IPropertyReferenceOperation property => RootOf(property.Instance),
        IArrayElementReferenceOperation element => RootOf(element.ArrayReference),
        IConversionOperation conversion => RootOf(conversion.Operand),
        IParenthesizedOperation parenthesized => RootOf(parenthesized.Operand),
        _ => null,
    };

    /// <summary>Whether an expression has a variable anywhere in it.</summary>
    public static bool Mentions(IOperation operation, ISymbol variable) => operation.DescendantsAndSelf().Any(one =>
        one is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
        && SymbolEqualityComparer.Default.Equals(RootOf(one), variable));
}
