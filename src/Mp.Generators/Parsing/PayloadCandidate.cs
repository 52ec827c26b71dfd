using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>A field or a property of a payload type, which may travel.</summary>
internal sealed class PayloadCandidate
{
    private PayloadCandidate(ISymbol symbol, ITypeSymbol type, ISymbol? getter, ISymbol? setter)
    {
        Symbol = symbol;
        Type = type;
        Getter = getter;
        Setter = setter;
    }

    public ISymbol Symbol { get; }

    public string Name => Symbol.Name;

    public ITypeSymbol Type { get; }

    /// <summary>What it is read by, or nothing.</summary>
    public ISymbol? Getter { get; }

    /// <summary>What it is set by, or nothing.</summary>
    public ISymbol? Setter { get; }

    /// <summary>Whether it can be set in the object's initializer only.</summary>
    public bool IsInitial => Setter is IMethodSymbol { IsInitOnly: true };

    /// <summary>Whether the object's initializer has to set it.</summary>
    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>
    /// Where a problem with a member or a parameter is reported: of a member of a base class, which may be in another
    /// project, the type that is marked is to blame.
    /// </summary>
    public static Location LocationOf(ISymbol symbol, INamedTypeSymbol type) =>
        (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.OriginalDefinition, type.OriginalDefinition)
            ? symbol
            : type).Locations[0];

    /// <summary>
    /// Those of a type: first what its base classes have, and what is hidden or overridden once, as the last class has
    /// it.
    /// </summary>
    public static IReadOnlyList<PayloadCandidate> Of(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<PayloadCandidate>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                break;
            }

            all.InsertRange(0, current.GetMembers()
                .Select(static member => Of(member))
                .Where(candidate => candidate is not null && names.Add(candidate.Name))!);
        }

        return all;
    }

    private static PayloadCandidate? Of(ISymbol member) => member switch
    {
        { IsStatic: true } or { IsImplicitlyDeclared: true } => null,
        IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property =>
            new PayloadCandidate(
                property,
                property.Type,
                AccessorOf(property, static one => one.GetMethod),
                AccessorOf(property, static one => one.SetMethod)),
        IFieldSymbol { AssociatedSymbol: null } field =>
            new PayloadCandidate(field, field.Type, field, field.IsReadOnly ? null : field),
        _ => null,
    };

    // What overrides one of two accessors only has the other one of its base class.
    private static IMethodSymbol? AccessorOf(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        IPropertySymbol? current = property;
        while (current is not null && accessor(current) is null)
        {
            current = current.OverriddenProperty;
        }

        return current is null ? null : accessor(current);
    }
}
