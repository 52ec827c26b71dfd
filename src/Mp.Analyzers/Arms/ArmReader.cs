using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Arms;

/// <summary>Reads what a type receives, as far as it is legal: what is not, others report.</summary>
internal static class ArmReader
{
    /// <summary>The patterns of a type's own table, in the order in which they are tried.</summary>
    public static IReadOnlyList<ArmEntry> Read(
        INamedTypeSymbol type,
        INamedTypeSymbol rcvAttribute,
        CancellationToken cancellationToken)
    {
        var entries = new List<ArmEntry>();
        foreach (HandlerSource source in HandlerSources.Of(type, rcvAttribute))
        {
            var problems = new ProblemSink(report: null);
            IReadOnlyList<AttributeData> attributes = HandlerMethods.RcvsOf(source.Method, rcvAttribute);
            ArmEntry[] own =
            [
                .. HandlerParser.Parse(source, attributes, problems, cancellationToken)
                    .Select((model, index) => new ArmEntry(source, attributes[index], model)),
            ];
            if (!problems.HasProblems)
            {
                entries.AddRange(own);
            }
        }

        return entries;
    }

    /// <summary>The patterns of the classes that a type derives from: they are tried before its own.</summary>
    public static IReadOnlyList<ArmEntry> ReadInherited(
        INamedTypeSymbol type,
        INamedTypeSymbol rcvAttribute,
        CancellationToken cancellationToken) => type.BaseType is not { SpecialType: SpecialType.None } basis
            ? []
            :
            [
                .. ReadInherited(basis, rcvAttribute, cancellationToken),
                .. Read(basis, rcvAttribute, cancellationToken),
            ];
}
