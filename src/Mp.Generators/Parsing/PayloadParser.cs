using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads payload types.</summary>
internal static class PayloadParser
{
    /// <summary>Parses <paramref name="type"/>, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>The model, or <see langword="null"/> if there is any problem.</returns>
    public static PayloadModel? Parse(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        var problems = new ProblemSink(report);
        CheckType(type, problems);
        IMethodSymbol? constructor = type.IsRecord ? PrimaryConstructorOf(type, cancellationToken) : null;
        if (type.IsRecord && (constructor is null || type.IsAbstract))
        {
            problems.Report(ProblemKind.PayloadHasNoPrimaryConstructor, type.Locations[0], type.Name);
        }

        EquatableArray<PayloadMemberModel> members = constructor is null
            ? default
            : ParseMembers(constructor, problems).ToEquatableArray();
        return problems.HasProblems
            ? null
            : new PayloadModel
            {
                MetadataName = KnownTypes.MetadataNameOf(type),
                Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                Members = members,
            };
    }

    private static void CheckType(INamedTypeSymbol type, ProblemSink problems)
    {
        Location location = type.Locations[0];
        if (!type.IsRecord)
        {
            problems.Report(ProblemKind.PayloadIsNotARecord, location, type.Name);
        }

        if (TypeDeclarations.IsFileLocal(type) || !IsAccessible(type))
        {
            problems.Report(ProblemKind.PayloadIsInaccessible, location, type.Name);
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                problems.Report(ProblemKind.PayloadIsGeneric, location, type.Name);
                return;
            }
        }
    }

    private static IEnumerable<PayloadMemberModel> ParseMembers(IMethodSymbol constructor, ProblemSink problems)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None || ElementParser.ParseMember(parameter.Type) is not { } element)
            {
                HandlerParser.ReportUnsupported(parameter, ProblemKind.MemberTypeIsUnsupported, problems);
                continue;
            }

            yield return new PayloadMemberModel
            {
                Name = parameter.Name,
                Element = element,
                Default = LiteralText.DefaultOf(parameter)
                    ?? (ElementParser.TakesNull(parameter.Type) ? "null" : null),
            };
        }
    }

    private static bool IsAccessible(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static IMethodSymbol? PrimaryConstructorOf(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is RecordDeclarationSyntax { ParameterList: not null }));
}
