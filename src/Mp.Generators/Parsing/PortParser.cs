using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads port classes. The one place that knows what a legal one is: the analyzers ask it as well.</summary>
internal static class PortParser
{
    /// <summary>Parses <paramref name="type"/>, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>The model, or <see langword="null"/> if the class has no handler or any problem.</returns>
    public static PortModel? Parse(
        INamedTypeSymbol type,
        INamedTypeSymbol rcvAttribute,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<HandlerSource> sources = HandlerSources.Of(type, rcvAttribute);
        IReadOnlyList<IMethodSymbol> unmatched = HandlerMethods.UnmatchedOf(type);
        if (sources.Count + unmatched.Count == 0)
        {
            return null;
        }

        var problems = new ProblemSink(report);
        EquatableArray<HandlerModel> handlers = sources
            .SelectMany(source => HandlerParser.Parse(
                source,
                HandlerMethods.RcvsOf(source.Method, rcvAttribute),
                SinkFor(source, type, problems),
                cancellationToken))
            .ToEquatableArray();
        if (type.TypeKind == TypeKind.Interface && unmatched.Count == 0)
        {
            // A contract: the ports that implement it have the tables.
            return null;
        }

        CheckClass(type, problems, cancellationToken);
        BaseClasses? bases = BaseClasses.Find(type, problems);
        UnmatchedModel? unmatchedModel = UnmatchedParser.Parse(unmatched, problems);
        if (problems.HasProblems || bases is null)
        {
            return null;
        }

        return new PortModel
        {
            MetadataName = KnownTypes.MetadataNameOf(type),
            Namespace = TypeDeclarations.NamespaceOf(type),
            Declarations = TypeDeclarations.Of(type),
            OverridesInternals = bases.OverridesInternalsOf(type),
            ExtendsHandlers = bases.Any(one => MayHaveHandlers(one, type, rcvAttribute)),
            Handlers = handlers,
            Unmatched = unmatchedModel,
            HasReadOnlyReferences = sources.Any(static source =>
                source.Method.Parameters.Any(static parameter => parameter.RefKind == RefKind.RefReadOnlyParameter)),
        };
    }

    // What is wrong with an interface is said there, unless it shows only in the types that the class fills in.
    private static ProblemSink SinkFor(HandlerSource source, INamedTypeSymbol type, ProblemSink problems) =>
        !source.IsContract || type.TypeKind == TypeKind.Interface
            ? problems
            : problems.At(type.Locations[0], isSilent: IsLookedAtItself(source.Method.ContainingType, type));

    private static bool IsLookedAtItself(INamedTypeSymbol contract, INamedTypeSymbol type) =>
        !contract.IsGenericType
        && SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, type.ContainingAssembly);

    // What a class of another assembly has tomorrow, nobody knows today; of a class of this one everything is known.
    private static bool MayHaveHandlers(INamedTypeSymbol one, INamedTypeSymbol of, INamedTypeSymbol rcvAttribute) =>
        !SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, of.ContainingAssembly)
        || HandlerSources.Of(one.OriginalDefinition, rcvAttribute).Count > 0;

    private static void CheckClass(INamedTypeSymbol type, ProblemSink problems, CancellationToken cancellationToken)
    {
        Location location = type.Locations[0];
        if (!TypeDeclarations.IsPartial(type, cancellationToken))
        {
            problems.Report(ProblemKind.ClassIsNotPartial, location, type.Name);
        }

        if (TypeDeclarations.IsFileLocal(type))
        {
            problems.Report(ProblemKind.ClassIsFileLocal, location, type.Name);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!TypeDeclarations.IsPartial(outer, cancellationToken))
            {
                problems.Report(ProblemKind.ContainingTypeIsNotPartial, outer.Locations[0], outer.Name);
            }
        }
    }
}
