using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Members that whoever makes an object has to set.</summary>
internal static class RequiredMembers
{
    /// <summary>
    /// Whether a constructor leaves any to its caller: what is read from a message is made by the constructor alone.
    /// </summary>
    public static bool IsLeftOpen(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(static attribute => KnownTypes.Is(
            attribute.AttributeClass,
            "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute")))
        {
            return false;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member =>
                member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
