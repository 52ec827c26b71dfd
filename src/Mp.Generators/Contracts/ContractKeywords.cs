namespace Mp.Generators.Contracts;

/// <summary>The words of the text form of contracts.</summary>
internal static class ContractKeywords
{
    /// <summary>The first line. The number goes up when an old reader could take the text for another.</summary>
    public const string Header = "mp-contracts 1";

    /// <summary>What a line begins with that is for readers only.</summary>
    public const string Comment = "#";

    public const string Port = "port";
    public const string Interface = "interface";
    public const string Message = "message";
    public const string Payload = "payload";
    public const string Array = "array";
    public const string Union = "union";
    public const string Unmatched = "unmatched";
    public const string Open = "open";
    public const string Added = "added";
    public const string Any = "Any";
    public const string Default = "default";
    public const string PortId = "PortId";
    public const string Map = "map";

    /// <summary>The words that entries begin with.</summary>
    public static readonly string[] Entries = [Port, Interface, Message, Payload];

    /// <summary>The integers, by their names in C#.</summary>
    public static readonly string[] Integers =
        ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "char"];

    /// <summary>The words for types that have no parts.</summary>
    public static readonly IReadOnlyDictionary<string, TypeShapeKind> Types =
        new Dictionary<string, TypeShapeKind>(StringComparer.Ordinal)
        {
            ["bool"] = TypeShapeKind.Boolean,
            ["float"] = TypeShapeKind.Single,
            ["double"] = TypeShapeKind.Double,
            ["string"] = TypeShapeKind.String,
            ["bytes"] = TypeShapeKind.Bytes,
            ["object"] = TypeShapeKind.Object,
        };

    /// <summary>Whether the name of a type must be told from a word of the text form.</summary>
    public static bool IsReserved(string name) =>
        name is PortId or Map
        || Types.ContainsKey(name)
        || Integers.Contains(name, StringComparer.Ordinal)
        || Entries.Contains(name, StringComparer.Ordinal);
}
