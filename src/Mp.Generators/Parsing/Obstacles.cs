using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Why there is no codec for a type, and what to do.</summary>
internal static class Obstacles
{
    private static readonly SymbolDisplayFormat Name = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    /// <summary>The reason, to be said after the type's name.</summary>
    public static string ReasonOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => "has more than one dimension: send an array of arrays",
        IDynamicTypeSymbol => "could be anything: make it 'object?', or say what it is",
        ITypeParameterSymbol => "is not known where the code is generated",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "is an address of this process",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } =>
            "has a size that depends on the machine: make it a 'long'",
        { TypeKind: TypeKind.Delegate } => "is code, which stays where it is",
        { IsRefLikeType: true } => "can't be kept, as a message is",
        INamedTypeSymbol named when KnownTypes.Is(named, KnownTypes.TypedPortId) =>
            "is a plain 'PortId' within another type",
        INamedTypeSymbol named when KnownTypes.Is(named, "System.ReadOnlyMemory`1")
            || KnownTypes.Is(named, "System.Memory`1") || KnownTypes.Is(named, "System.ArraySegment`1") =>
            "travels with bytes in it only",
        INamedTypeSymbol { Name: "Tuple", Arity: 8 } => "has more than seven items: use a tuple in parentheses",
        INamedTypeSymbol named when BaseClasses.IsPort(named) => "is a port: send its PortId",
        { TypeKind: TypeKind.Interface } => "is an interface, so what would come is not known",
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named
            when named.IsRecord || !named.DeclaringSyntaxReferences.IsEmpty =>
            "is no payload: mark it with [Payload]",
        _ => "has no codec: send its parts",
    };

    /// <summary>The type for a diagnostic.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(Name);
}
