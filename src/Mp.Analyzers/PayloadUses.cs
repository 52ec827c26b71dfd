using System.Globalization;
using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>
/// Whether there is a codec for payloads that are used. A type with the attributes of another library need not be one
/// of Mp's, so nothing is said where it is declared; but it must be one where it is to travel.
/// </summary>
/// <param name="compilation">The compilation that uses them.</param>
internal sealed class PayloadUses(Compilation compilation)
{
    /// <summary>Why there is none, or nothing if there is one, or if the type is no such payload.</summary>
    public string? ProblemOf(ITypeSymbol type, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ITypeSymbol>([type]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ITypeSymbol current = open.Pop();
            if (current is IArrayTypeSymbol array)
            {
                open.Push(array.ElementType);
            }
            else if (current is INamedTypeSymbol named && seen.Add(named))
            {
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    open.Push(argument);
                }

                if (IsForeign(named) && ProblemOfOne(named.OriginalDefinition, open, cancellationToken) is { } problem)
                {
                    return problem;
                }
            }
        }

        return null;
    }

    private static bool IsForeign(INamedTypeSymbol type) =>
        PayloadVocabulary.Of(type) is { } words && words != PayloadVocabulary.Own;

    private string? ProblemOfOne(INamedTypeSymbol type, Stack<ITypeSymbol> open, CancellationToken cancellationToken)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
        {
            return type.IsGenericType || HasCodecs(type.ContainingAssembly)
                ? null
                : $"the project of '{type.Name}' is built without Mp, and has no codec for it";
        }

        string? problem = null;
        void Report(ProblemKind kind, Location location, string culprit) => problem ??=
            kind == ProblemKind.PayloadHasNoCodec ? culprit : string.Format(
                CultureInfo.InvariantCulture,
                PayloadDescriptors.Payloads[kind].MessageFormat.ToString(CultureInfo.InvariantCulture),
                culprit);

        IEnumerable<ITypeSymbol> members = UnionParser.IsUnion(type)
            ? UnionParser.ParseCases(type, Report, cancellationToken)?.Select(static one => one.Type) ?? []
            : PayloadParser.ParseLayout(type, Report, cancellationToken)?.Slots
                .Select(static slot => slot.TravelsAs) ?? [];
        foreach (ITypeSymbol member in members)
        {
            open.Push(member);
        }

        return problem is null ? null : $"of '{type.Name}' there is no codec. {problem}";
    }

    // Each assembly with payloads has a description of them.
    private static bool HasCodecs(IAssemblySymbol assembly) => assembly.GetAttributes().Any(static attribute =>
        KnownTypes.Is(attribute.AttributeClass, KnownTypes.ContractsAttribute));
}
