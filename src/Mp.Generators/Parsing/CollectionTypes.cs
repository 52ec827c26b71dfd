using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The types that hold others, and that the runtime can make codecs for.</summary>
internal static class CollectionTypes
{
    private const string Collections = "System.Collections.";
    private const string List = Collections + "Generic.List`1";
    private const string Dictionary = Collections + "Generic.Dictionary`2";

    private const string Pair = Collections + "Generic.KeyValuePair`2";

    private static readonly string[] Sequences =
    [
        List,
        .. Names("Generic", "IEnumerable", "IReadOnlyCollection", "IReadOnlyList", "ICollection", "IList", "ISet",
            "IReadOnlySet", "HashSet", "SortedSet", "Queue", "Stack", "LinkedList"),
        .. Names("ObjectModel", "Collection", "ReadOnlyCollection", "ObservableCollection"),
        .. Names("Concurrent", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag"),
        .. Names("Immutable", "ImmutableArray", "ImmutableList", "IImmutableList", "ImmutableHashSet", "IImmutableSet",
            "ImmutableSortedSet", "ImmutableQueue", "IImmutableQueue", "ImmutableStack", "IImmutableStack"),
        .. Names("Frozen", "FrozenSet"),
    ];

    private static readonly string[] Maps =
    [
        Dictionary,
        .. Names("Generic", "IDictionary", "IReadOnlyDictionary", "SortedDictionary", "SortedList"),
        .. Names("ObjectModel", "ReadOnlyDictionary"),
        .. Names("Concurrent", "ConcurrentDictionary"),
        .. Names("Immutable", "ImmutableDictionary", "IImmutableDictionary", "ImmutableSortedDictionary"),
        .. Names("Frozen", "FrozenDictionary"),
    ];

    /// <summary>The names in metadata.</summary>
    public static IEnumerable<string> All => [.. Sequences, .. Maps, Pair, "System.Tuple`2", "System.ValueTuple`2"];

    /// <summary>Whether a type is a collection of items.</summary>
    public static bool IsSequence(INamedTypeSymbol type) => type.Arity == 1 && IsOneOf(Sequences, type);

    /// <summary>Whether a type is a dictionary.</summary>
    public static bool IsMap(INamedTypeSymbol type) => type.Arity == 2 && IsOneOf(Maps, type);

    /// <summary>Whether a type is a tuple, or a pair.</summary>
    public static bool IsTuple(INamedTypeSymbol type) => type.Arity > 0 && type.ContainingType is null
        && (type.IsTupleType
            || (type.Name is "ValueTuple" or "Tuple" && IsIn(type, "System") && IsSmallTuple(type))
            || KnownTypes.Is(type, Pair));

    /// <summary>Whether it is the list that everybody uses.</summary>
    public static bool IsList(INamedTypeSymbol type) => KnownTypes.Is(type, List);

    /// <summary>Whether it is the dictionary that everybody uses.</summary>
    public static bool IsDictionary(INamedTypeSymbol type) => KnownTypes.Is(type, Dictionary);

    /// <summary>Whether a collection needs an order of its items.</summary>
    public static bool IsSorted(INamedTypeSymbol type) => type.Name is "SortedSet" or "ImmutableSortedSet";

    /// <summary>Whether a type has an order, so that sorting its values can't fail.</summary>
    public static bool HasOrder(ITypeSymbol type)
    {
        bool isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        ITypeSymbol value = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return value.TypeKind == TypeKind.Enum || value.AllInterfaces.Any(comparable =>
            KnownTypes.Is(comparable, "System.IComparable`1")
            && SymbolEqualityComparer.Default.Equals(comparable.TypeArguments[0], value));
    }

    /// <summary>The codec of the keys of a map, as a member of the runtime's class of them, or nothing.</summary>
    public static string? KeyCodecOf(ITypeSymbol type)
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return type switch
        {
            { SpecialType: SpecialType.System_String } => "String",
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => $"Integer<{name}>()",
            { TypeKind: TypeKind.Enum } => $"Enum<{name}>()",
            _ => KnownTypes.Is(type, "System.Guid") ? "Guid" : null,
        };
    }

    /// <summary>An item of a tuple, as it is got at.</summary>
    public static string ItemNameOf(INamedTypeSymbol tuple, int index) => tuple.Name is "KeyValuePair"
        ? index == 0 ? ".Key" : ".Value"
        : index == 7 ? ".Rest" : ".Item" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static bool IsSmallTuple(INamedTypeSymbol type) => type.Arity < 8 || type.Name is "ValueTuple";

    private static bool IsIn(INamedTypeSymbol type, string name) =>
        type.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true } space
        && string.Equals(space.Name, name, StringComparison.Ordinal);

    private static bool IsOneOf(string[] names, INamedTypeSymbol type) =>
        names.Any(name => KnownTypes.Is(type, name));

    private static IEnumerable<string> Names(string space, params string[] names)
    {
        string arity = names[0].Contains("Dictionary") ? "`2" : "`1";
        return names.Select(name => $"{Collections}{space}.{name}{arity}");
    }
}
