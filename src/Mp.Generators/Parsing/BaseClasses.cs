using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The classes between a port class and <c>Port</c>, the nearest first, and <c>Port</c> itself.</summary>
internal sealed class BaseClasses
{
    private readonly IReadOnlyList<INamedTypeSymbol> _between;
    private readonly INamedTypeSymbol _port;

    private BaseClasses(IReadOnlyList<INamedTypeSymbol> between, INamedTypeSymbol port)
    {
        _between = between;
        _port = port;
    }

    /// <summary>The base classes of a class, or nothing if <c>Port</c> is not among them.</summary>
    public static BaseClasses? Find(INamedTypeSymbol type, ProblemSink problems)
    {
        var between = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (KnownTypes.Is(current, KnownTypes.Port))
            {
                return new BaseClasses(between, current);
            }

            if (current.TypeKind == TypeKind.Error)
            {
                problems.LeaveToCompiler();
                return null;
            }

            between.Add(current);
        }

        problems.Report(ProblemKind.ClassIsNotAPort, type.Locations[0], type.Name);
        return null;
    }

    /// <summary>Whether a type is <c>Port</c> or derives from it.</summary>
    public static bool IsPort(INamedTypeSymbol? type) =>
        type is not null && (KnownTypes.Is(type, KnownTypes.Port) || IsPort(type.BaseType));

    /// <summary>Whether any class but <c>Port</c> is so.</summary>
    public bool Any(Func<INamedTypeSymbol, bool> predicate) => _between.Any(predicate);

    /// <summary>Whether what a class overrides is internal as well as protected, as far as it can see.</summary>
    public bool OverridesInternalsOf(INamedTypeSymbol type)
    {
        // Of a class in the same assembly, what is generated can't be seen; but it is declared as this one's will be.
        INamedTypeSymbol nearest =
            _between.FirstOrDefault(one => !AreTogether(one, type) && OverridesMatch(one)) ?? _port;
        return AreTogether(nearest, type)
            || (nearest.ContainingAssembly.GivesAccessTo(type.ContainingAssembly)
                && nearest.GetMembers("Match").Any(IsInternalAsWell));
    }

    private static bool OverridesMatch(INamedTypeSymbol type) =>
        type.GetMembers("Match").Any(static member => member.IsOverride);

    private static bool IsInternalAsWell(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.ProtectedOrInternal;

    private static bool AreTogether(INamedTypeSymbol one, INamedTypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, other.ContainingAssembly);
}
