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
    // A public generic type has codecs in other assemblies, which all must find the same members.
    private readonly bool _isForAll;

    /// <summary>What the codec of a type can use.</summary>
    /// <param name="type">The type.</param>
    /// <param name="home">The assembly that the codec is compiled into.</param>
    /// <param name="cancellationToken">Stops the look at declarations.</param>
    public PayloadReach(INamedTypeSymbol type, IAssemblySymbol home, CancellationToken cancellationToken)
    {
        _type = type;
        _home = home;
        _canBeInside = !type.IsGenericType;
        _isForAll = type.IsGenericType;
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            _canBeInside &= TypeDeclarations.IsPartial(current, cancellationToken);
            _isForAll &= current.DeclaredAccessibility == Accessibility.Public;
        }
    }

    /// <summary>Whether a member can be used, be it from inside only.</summary>
    public bool Has(ISymbol? member) => member is not null && (HasOutside(member) || HasInside(member));

    /// <summary>Whether a member can be used from outside the type.</summary>
    public bool HasOutside(ISymbol member) => !IsForbidden(member) && member.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => !_isForAll && IsAtHome(member),
        _ => false,
    };

    private bool HasInside(ISymbol member) => _canBeInside
        && !IsForbidden(member)
        && (SymbolEqualityComparer.Default.Equals(member.ContainingType, _type)
            || member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal
            || (member.DeclaredAccessibility == Accessibility.ProtectedAndInternal && IsAtHome(member)));

    // What is obsolete as an error can't be used by generated code either.
    private static bool IsForbidden(ISymbol member) => member.GetAttributes()
        .Concat((member as IMethodSymbol)?.AssociatedSymbol?.GetAttributes() ?? [])
        .Any(static attribute => KnownTypes.Is(attribute.AttributeClass, "System.ObsoleteAttribute")
            && attribute.ConstructorArguments.Any(static argument => argument.Value is true));

    private bool IsAtHome(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _home);
}
