using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The types that are one element by themselves, and that the runtime has a codec for.</summary>
internal static class ScalarTypes
{
    // The codec has the type's name.
    private static readonly string[] Names =
    [
        "System.Half", "System.Int128", "System.UInt128", "System.Numerics.BigInteger", "System.Text.Rune",
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri",
        "System.Version", KnownTypes.PortId, KnownTypes.Message,
    ];

    private static readonly (string Name, string Codec)[] Bytes =
    [
        ("System.ReadOnlyMemory`1", "Memory"),
        ("System.Memory`1", "WritableMemory"),
        ("System.ArraySegment`1", "Segment"),
    ];

    /// <summary>The names in metadata of those that C# has no keyword for.</summary>
    public static IEnumerable<string> All => [.. Names, .. Bytes.Select(static bytes => bytes.Name), "System.DateTime"];

    /// <summary>The name of the codec among those of the runtime, or nothing.</summary>
    public static string? CodecOf(ITypeSymbol type) => type switch
    {
        {
            SpecialType: SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
            or SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_Decimal or SpecialType.System_DateTime
        } => type.Name,
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => "Bytes",
        INamedTypeSymbol { Arity: 1 } named when named.TypeArguments[0].SpecialType == SpecialType.System_Byte =>
            Bytes.FirstOrDefault(bytes => KnownTypes.Is(type, bytes.Name)).Codec,
        INamedTypeSymbol { IsGenericType: false } when Names.Any(name => KnownTypes.Is(type, name)) => type.Name,
        _ => null,
    };

    /// <summary>Whether a type is binary data.</summary>
    public static bool IsBytes(ITypeSymbol type) =>
        CodecOf(type) is "Bytes" or "Memory" or "WritableMemory" or "Segment";
}
