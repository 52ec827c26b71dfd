using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads types that stand for several.</summary>
internal static class UnionParser
{
    /// <summary>Whether a type stands for several.</summary>
    public static bool IsUnion(INamedTypeSymbol type) =>
        PayloadVocabulary.Of(type) is { } words && words.CasesOf(type).Any();

    /// <summary>Parses a union, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>The model, or <see langword="null"/> if there is any problem.</returns>
    public static UnionModel? Parse(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken) => ParseCases(type, report, cancellationToken) is { } cases
        ? new UnionModel
        {
            MetadataName = KnownTypes.MetadataNameOf(type),
            Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Cases = cases
                .Select(static one => new UnionCaseModel { Number = one.Number, Element = one.Element })
                .ToEquatableArray(),
        }
        : null;

    /// <summary>The cases in the order of their numbers, or nothing if there is any problem.</summary>
    public static IReadOnlyList<UnionCase>? ParseCases(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        var problems = new ProblemSink(report);
        PayloadParser.CheckType(type, problems);
        bool isOpen = type is { TypeKind: TypeKind.Interface } or { IsAbstract: true, IsStatic: false };
        if (!isOpen || type.IsGenericType)
        {
            problems.Report(ProblemKind.UnionIsNotOpen, type.Locations[0], type.Name);
        }

        var cases = new List<UnionCase>();
        foreach (AttributeData attribute in PayloadVocabulary.Of(type)!.CasesOf(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Location location = attribute.ApplicationSyntaxReference is { } syntax
                ? Location.Create(syntax.SyntaxTree, syntax.Span)
                : type.Locations[0];
            if (ParseCase(type, attribute, location, problems) is { } one)
            {
                CheckOthers(cases, one, location, problems);
                cases.Add(one);
            }
        }

        return problems.HasProblems ? null : [.. cases.OrderBy(static one => one.Number)];
    }

    private static UnionCase? ParseCase(
        INamedTypeSymbol union,
        AttributeData attribute,
        Location location,
        ProblemSink problems)
    {
        if (attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is string name)
        {
            const string Reason = "is named by a text in [Union], which Mp does not look up: name it by typeof";
            problems.Report(ProblemKind.PayloadHasNoCodec, location, $"'{name}' {Reason}");
            return null;
        }

        if (attribute.ConstructorArguments.Length != 2
            || attribute.ConstructorArguments[0].Value is not int number
            || attribute.ConstructorArguments[1].Value is not ITypeSymbol { TypeKind: not TypeKind.Error } type)
        {
            problems.LeaveToCompiler();
            return null;
        }

        if (type is not INamedTypeSymbol { IsAbstract: false } named || !Derives(named, union))
        {
            problems.Report(ProblemKind.UnionCaseDoesNotDerive, location, type.Name);
            return null;
        }

        ITypeSymbol present = named.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        bool isPayload = PayloadVocabulary.Of(named) is not null || CustomCodecParser.IsMarked(named);
        if (!isPayload || ElementParser.ParseMember(present) is not { } element)
        {
            problems.Report(ProblemKind.UnionCaseIsNoPayload, location, type.Name);
            return null;
        }

        return new UnionCase { Number = number, Type = named, Element = element };
    }

    private static void CheckOthers(List<UnionCase> others, UnionCase one, Location location, ProblemSink problems)
    {
        if (others.Exists(other => other.Number == one.Number))
        {
            problems.Report(ProblemKind.UnionNumberIsTaken, location, PayloadKeys.Write(one.Number));
        }
        else if (others.Exists(other => SymbolEqualityComparer.Default.Equals(other.Type, one.Type)))
        {
            problems.Report(ProblemKind.UnionCaseIsTaken, location, one.Type.Name);
        }
    }

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol union)
    {
        if (type.AllInterfaces.Contains(union, SymbolEqualityComparer.Default))
        {
            return true;
        }

        INamedTypeSymbol? current = type.BaseType;
        while (current is not null && !SymbolEqualityComparer.Default.Equals(current, union))
        {
            current = current.BaseType;
        }

        return current is not null;
    }
}
