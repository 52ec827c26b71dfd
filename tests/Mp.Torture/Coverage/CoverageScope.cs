using Mono.Cecil;

namespace Mp.Torture.Coverage;

/// <summary>Which methods are woven: the code that handles what a peer sends.</summary>
/// <param name="rules">
/// Each a type's full name, or the beginning of some, with a star; after two colons perhaps the beginning of the names of the
/// methods that are meant, if it is not all; and with a minus in front what is excepted.
/// </param>
internal sealed class CoverageScope(params IEnumerable<string> rules)
{
    // What is made of a record by the compiler; nobody wrote it.
    private static readonly HashSet<string> RecordMembers =
    [
        "ToString", "PrintMembers", "Equals", "GetHashCode", "op_Equality", "op_Inequality", "<Clone>$", "get_EqualityContract",
        "Deconstruct",
    ];

    private readonly string[] _excepted =
        [.. rules.Where(static rule => rule[0] == '-').Select(static rule => rule[1..])];
    private readonly string[] _meant = [.. rules.Where(static rule => rule[0] != '-')];

    /// <summary>The method whose source an instruction stands in: <c>Type.Method</c>, also for what is in a lambda.</summary>
    public static string NameOf(MethodDefinition method) => $"{OutermostOf(method).Name}.{SourceNameOf(method)}";

    /// <summary>
    /// Whether a method takes the same way each time: not what runs once, nor what depends on hash codes, which are others in
    /// each process.
    /// </summary>
    public static bool IsRepeatable(MethodDefinition method) =>
        !method.IsConstructor || !method.IsStatic
            ? !(method.DeclaringType.Name == "MapKeys" && method.Parameters.Count == 3)
            : false;

    /// <summary>Whether a method is woven.</summary>
    public bool Has(MethodDefinition method)
    {
        bool isOfRecord = method.CustomAttributes.Any(static attribute =>
                attribute.AttributeType.Name == "CompilerGeneratedAttribute")
            && (RecordMembers.Contains(method.Name) || (method.IsConstructor && method.HasParameters));
        return !isOfRecord && _meant.Any(Names) && !_excepted.Any(Names);

        bool Names(string rule)
        {
            string[] parts = rule.Split("::");
            string type = OutermostOf(method).FullName;
            bool isType = parts[0].EndsWith('*')
                ? type.StartsWith(parts[0][..^1], StringComparison.Ordinal)
                : type == parts[0];
            return isType && (parts.Length == 1 || SourceNameOf(method).StartsWith(parts[1], StringComparison.Ordinal));
        }
    }

    private static TypeDefinition OutermostOf(MethodDefinition method)
    {
        TypeDefinition type = method.DeclaringType;
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    // A lambda or a local function of M is called <M>b__1 or <M>g__Local|1.
    private static string SourceNameOf(MethodDefinition method)
    {
        int end = method.Name.IndexOf('>', StringComparison.Ordinal);
        return method.Name[0] == '<' && end > 1 ? method.Name[1..end] : method.Name;
    }
}
