using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads records that are messages.</summary>
internal static class MessageParser
{
    /// <summary>Parses <paramref name="type"/>, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>The model, or <see langword="null"/> if it is not marked, or there is any problem.</returns>
    public static MessageModel? Parse(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        if (AttributeOf(type) is not { } attribute)
        {
            return null;
        }

        var problems = new ProblemSink(report);
        CheckType(type, problems, cancellationToken);
        IMethodSymbol? constructor = PrimaryConstructor.Of(type, cancellationToken);
        bool isRecord = type.IsRecord || type.DeclaringSyntaxReferences.IsEmpty;
        if (isRecord && (constructor is null || type.IsAbstract || RequiredMembers.IsLeftOpen(type, constructor)))
        {
            problems.Report(ProblemKind.MessageHasNoPrimaryConstructor, type.Locations[0], type.Name);
        }

        string tag = ShortName.Parse(attribute, type, ProblemKind.MessageTagIsUnusable, problems, cancellationToken);
        EquatableArray<MessageMemberModel> members = constructor is null
            ? default
            : ParseMembers(constructor, problems).ToEquatableArray();
        return problems.HasProblems
            ? null
            : new MessageModel
            {
                MetadataName = KnownTypes.MetadataNameOf(type),
                Namespace = TypeDeclarations.NamespaceOf(type),
                Declarations = TypeDeclarations.Of(type),
                Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                Tag = tag,
                Members = members,
            };
    }

    /// <summary>Whether a type is marked as a message, and can be one: it was built with the generator.</summary>
    public static bool IsMessage(ITypeSymbol type) => type is INamedTypeSymbol named
        && AttributeOf(named) is not null
        && (!named.DeclaringSyntaxReferences.IsEmpty
            || named.AllInterfaces.Any(static one => KnownTypes.Is(one, KnownTypes.TypedMessage)));

    private static AttributeData? AttributeOf(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(static attribute => KnownTypes.Is(attribute.AttributeClass, KnownTypes.MessageAttribute));

    // What another assembly has made of the type, it has made; there is no source to look at.
    private static void CheckType(INamedTypeSymbol type, ProblemSink problems, CancellationToken cancellationToken)
    {
        Location location = type.Locations[0];
        if (!type.DeclaringSyntaxReferences.IsEmpty)
        {
            CheckDeclaration(type, problems, cancellationToken);
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                problems.Report(ProblemKind.MessageIsGeneric, location, type.Name);
                return;
            }
        }
    }

    private static void CheckDeclaration(
        INamedTypeSymbol type,
        ProblemSink problems,
        CancellationToken cancellationToken)
    {
        Location location = type.Locations[0];
        if (!type.IsRecord)
        {
            problems.Report(ProblemKind.MessageIsNotARecord, location, type.Name);
        }

        if (!TypeDeclarations.IsPartial(type, cancellationToken))
        {
            problems.Report(ProblemKind.MessageIsNotPartial, location, type.Name);
        }

        if (TypeDeclarations.IsFileLocal(type))
        {
            problems.Report(ProblemKind.MessageIsFileLocal, location, type.Name);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!TypeDeclarations.IsPartial(outer, cancellationToken))
            {
                problems.Report(ProblemKind.TypeAroundMessageIsNotPartial, outer.Locations[0], outer.Name);
            }
        }
    }

    private static IEnumerable<MessageMemberModel> ParseMembers(IMethodSymbol constructor, ProblemSink problems)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (parameter.IsParams
                || CustomCodecParser.IsMarked(parameter)
                || ElementParser.Parse(parameter.Type) is not { } element
                || (problems.IsHeard && ElementParser.ObstacleOf(parameter.Type) is not null))
            {
                HandlerParser.ReportUnsupported(parameter, ProblemKind.MessageMemberIsUnsupported, problems);
                continue;
            }

            yield return new MessageMemberModel
            {
                Name = parameter.Name,
                Element = element,
                Default = LiteralText.DefaultOf(parameter),
            };
        }
    }
}
