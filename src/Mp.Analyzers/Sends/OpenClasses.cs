using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Sends;

/// <summary>
/// Tells the classes that others may derive from, with more handlers, from those of which everything is known.
/// </summary>
internal sealed class OpenClasses
{
    private readonly Compilation _compilation;
    private readonly Lazy<HashSet<INamedTypeSymbol>> _bases;

    /// <summary>Of the classes that a compilation knows.</summary>
    public OpenClasses(Compilation compilation)
    {
        _compilation = compilation;
        _bases = new Lazy<HashSet<INamedTypeSymbol>>(FindBases);
    }

    /// <summary>Whether a port that is said to be of a class may be of another that derives from it.</summary>
    public bool Contains(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (type.IsSealed)
        {
            return false;
        }

        return type.IsAbstract
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly)
            || MayBeDerivedFromElsewhere(type)
            || _bases.Value.Contains(type);
    }

    // Nobody refers to a program; what is not public is nobody else's either, except for friends.
    private bool MayBeDerivedFromElsewhere(INamedTypeSymbol type) =>
        _compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
        && type.InstanceConstructors.Any(constructor => IsVisible(constructor))
        && IsVisible(type);

    private bool IsVisible(ISymbol symbol)
    {
        bool hasFriends = _compilation.Assembly.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name is "InternalsVisibleToAttribute");
        for (ISymbol? current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            bool isVisible = current.DeclaredAccessibility switch
            {
                Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
                Accessibility.Internal or Accessibility.ProtectedAndInternal => hasFriends,
                _ => false,
            };
            if (!isVisible)
            {
                return false;
            }
        }

        return true;
    }

    private HashSet<INamedTypeSymbol> FindBases()
    {
        var bases = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([_compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            INamespaceOrTypeSymbol current = open.Pop();
            if (current is INamedTypeSymbol { BaseType: { } basis })
            {
                bases.Add(basis.OriginalDefinition);
            }

            foreach (INamespaceOrTypeSymbol member in current.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }

        return bases;
    }
}
