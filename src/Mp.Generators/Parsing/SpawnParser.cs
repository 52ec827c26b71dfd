using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads port classes that can be spawned.</summary>
internal static class SpawnParser
{
    /// <summary>Parses <paramref name="type"/>, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>The model, or <see langword="null"/> if it is not marked, or there is any problem.</returns>
    public static SpawnModel? Parse(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        if (AttributeOf(type) is not { } attribute)
        {
            return null;
        }

        var problems = new ProblemSink(report);
        if (ObstacleOf(type, problems) is { } obstacle)
        {
            problems.Report(ProblemKind.SpawnIsNotAPort, type.Locations[0], $"'{type.Name}' {obstacle}");
            return null;
        }

        string name = ShortName.Parse(attribute, type, ProblemKind.SpawnNameIsUnusable, problems, cancellationToken);
        IMethodSymbol? constructor = ConstructorOf(type);
        if (constructor is null || RequiredMembers.IsLeftOpen(type, constructor))
        {
            problems.Report(ProblemKind.SpawnHasNoConstructor, type.Locations[0], type.Name);
            return null;
        }

        EquatableArray<ConstantModel> pattern = new([new ConstantModel(ConstantKind.String, name)]);
        EquatableArray<ParameterModel> parameters =
            new ParameterParser(constructor, problems, cancellationToken).Parse(pattern).Parameters;
        return problems.HasProblems
            ? null
            : new SpawnModel
            {
                MetadataName = KnownTypes.MetadataNameOf(type),
                Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                Name = name,
                Parameters = parameters,
                HasReadOnlyReferences = constructor.Parameters.Any(static parameter =>
                    parameter.RefKind == RefKind.RefReadOnlyParameter),
            };
    }

    /// <summary>The name that a class is marked with, or nothing.</summary>
    public static string? NameOf(INamedTypeSymbol type) =>
        AttributeOf(type) is { ConstructorArguments.Length: 1 } attribute
            ? attribute.ConstructorArguments[0].Value as string
            : null;

    /// <summary>The constructor that spawning uses, or nothing if it is not just one.</summary>
    public static IMethodSymbol? ConstructorOf(INamedTypeSymbol type)
    {
        IMethodSymbol[] reachable = [.. type.InstanceConstructors.Where(IsReachable)];
        return reachable.Length == 1 ? reachable[0] : null;
    }

    private static AttributeData? AttributeOf(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(static attribute => KnownTypes.Is(attribute.AttributeClass, KnownTypes.SpawnAttribute));

    private static bool IsReachable(IMethodSymbol constructor) => constructor.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static string? ObstacleOf(INamedTypeSymbol type, ProblemSink problems)
    {
        if (!BaseClasses.IsPort(type.BaseType))
        {
            if (HasUnknownBase(type))
            {
                problems.LeaveToCompiler();
                return null;
            }

            return "does not derive from Port";
        }

        return type.IsAbstract ? "is abstract"
            : IsGeneric(type) ? "is generic, or within a generic type"
            : !ClosedPayloadParser.IsVisible(type) ? "can be seen only where it is declared"
            : null;
    }

    private static bool HasUnknownBase(INamedTypeSymbol type) =>
        type.BaseType is { } one && (one.TypeKind == TypeKind.Error || HasUnknownBase(one));

    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));
}
