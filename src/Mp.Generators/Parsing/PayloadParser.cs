using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads payload types.</summary>
internal static class PayloadParser
{
    /// <summary>Parses <paramref name="type"/>, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>
    /// The model, or <see langword="null"/> if there is any problem, or if the type is generic or a union: see
    /// <see cref="ClosedPayloadParser"/> and <see cref="UnionParser"/>.
    /// </returns>
    public static PayloadModel? Parse(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken) =>
        ParseLayout(type, report, cancellationToken) is { } layout && !type.IsGenericType
            ? ModelOf(layout, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            : null;

    /// <summary>Parses a type as it is declared. In a generic one, its type parameters stand for texts.</summary>
    public static PayloadLayout? ParseLayout(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        if (PayloadVocabulary.Of(type) is not { } words || UnionParser.IsUnion(type))
        {
            return null;
        }

        var problems = new ProblemSink(report);
        CheckType(type, problems);
        INamedTypeSymbol closed = ClosedPayloadParser.CloseForNow(type);
        PayloadLayout? layout = PayloadLayoutParser.Parse(
            closed,
            words,
            type.ContainingAssembly,
            problems,
            cancellationToken);
        if (layout is not null && PayloadCycles.Find(layout, cancellationToken) is { } slot)
        {
            Location location = PayloadCandidate.LocationOf(slot.Member.Symbol, closed);
            problems.Report(ProblemKind.PayloadNeedsItself, location, slot.Member.Name);
        }

        return problems.HasProblems ? null : layout;
    }

    /// <summary>The model of a layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="type">The type, in C#.</param>
    public static PayloadModel ModelOf(PayloadLayout layout, string type) => new()
    {
        MetadataName = ClosedPayloadParser.NameOf(layout.Type),
        Type = type,
        IsReferenceType = layout.Type.IsReferenceType,
        IsArray = layout.IsArray,
        Members = layout.Slots.Select(ModelOf).ToEquatableArray(),
        Arguments = layout.Constructor.Parameters.Select(one => ArgumentOf(layout, one)).ToEquatableArray(),
        Declarations = layout.NeedsInside ? TypeDeclarations.Of(layout.Type) : default,
        Namespace = layout.NeedsInside ? TypeDeclarations.NamespaceOf(layout.Type) : "",
    };

    private static PayloadMemberModel ModelOf(PayloadSlot slot) => new()
    {
        Name = slot.Member.Name,
        Key = slot.KeyText,
        Index = slot.Key as int? ?? -1,
        Element = slot.Element,
        Default = slot.Default,
        Setting = slot.Setting,
        MayBeNull = slot.Type.IsReferenceType
            && ElementParser.TakesNull(slot.Member.Type)
            && !ElementParser.TakesNull(slot.Type),
    };

    private static PayloadArgumentModel ArgumentOf(PayloadLayout layout, IParameterSymbol parameter)
    {
        int member = Enumerable.Range(0, layout.Slots.Count)
            .Where(index => SymbolEqualityComparer.Default.Equals(layout.Slots[index].Parameter, parameter))
            .DefaultIfEmpty(-1)
            .First();
        return new PayloadArgumentModel
        {
            Member = member,
            Literal = member < 0 ? LiteralText.DefaultOf(parameter)! : "",
        };
    }

    /// <summary>Checks what has nothing to do with members.</summary>
    public static void CheckType(INamedTypeSymbol type, ProblemSink problems)
    {
        Location location = type.Locations[0];
        if (TypeDeclarations.IsFileLocal(type) || type.IsRefLikeType || !IsAccessible(type))
        {
            problems.Report(ProblemKind.PayloadIsInaccessible, location, type.Name);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType)
            {
                problems.Report(ProblemKind.PayloadIsInGenericType, location, type.Name);
                return;
            }
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
}
