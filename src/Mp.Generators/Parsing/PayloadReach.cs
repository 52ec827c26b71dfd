using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>
/// What the codec of a type can use: it is a class of the same assembly, or, if the type is partial, one inside the
/// type.
/// </summary>
internal sealed class PayloadReach
{
    private readonly INamedTypeSymbol _type;
    private readonly IAssemblySymbol _home;
    private readonly bool _canBeInside;

    /// <summary>What the codec of a type can use.</summary>
    /// <param name="type">The type.</param>
    /// <param name="home">The assembly that the codec is compiled into.</param>
    /// <param name="cancellationToken">Stops the look at declarations.</param>
    public PayloadReach(INamedTypeSymbol type, IAssemblySymbol home, CancellationToken cancellationToken)
    {
        _type = type;
        _home = home;
        _canBeInside = !type.IsGenericType;
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            _canBeInside &= TypeDeclarations.IsPartial(current, cancellationToken);
        }
    }

    /// <summary>Whether a member can be used, be it from inside only.</summary>
    public bool Has(ISymbol? member) => member is not null && (HasOutside(member) || HasInside(member));

    /// <summary>Whether a member can be used from outside the type.</summary>
    public bool HasOutside(ISymbol member) => member.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => IsAtHome(member),
        _ => false,
    };

    private bool HasInside(ISymbol member) => _canBeInside
        && (SymbolEqualityComparer.Default.Equals(member.ContainingType, _type)
            || member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal
            || (member.DeclaredAccessibility == Accessibility.ProtectedAndInternal && IsAtHome(member)));

    private bool IsAtHome(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _home);
}
