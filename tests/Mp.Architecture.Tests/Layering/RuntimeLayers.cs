using Microsoft.CodeAnalysis;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests.Layering;

/// <summary>Who may know whom in the runtime: docs/architecture.md, as data.</summary>
/// <remarks>
/// A folder is a layer. The root is three: the classes <c>Node</c> (with its options) and <c>Port</c>, thin fronts of
/// what lies below them, and <c>Vocabulary</c>, the words that nearly everybody shares.
/// </remarks>
internal static class RuntimeLayers
{
    public const string Folder = "src/Mp.Runtime";

    private const string Vocabulary = "Vocabulary";
    private const string Everything = "*";

    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        // The fronts.
        ["Node"] = [Everything],
        ["Port"] = [Vocabulary, "Node", "CompilerServices", "Messages", "Matching", "Ports", "Monitoring"],
        [Vocabulary] = ["Port", "CompilerServices", "Messages", "Codecs", "Payloads"],

        // The words with which types say how they travel, in scope only where they are asked for.
        ["Payloads"] = [],

        // Leaves. Inside the process every message that is bytes is MessagePack, hence the codec for all of them.
        ["CompilerServices"] = [Vocabulary, "Port", "Codecs", "Payloads"],
        ["Messages"] = [Vocabulary, "CompilerServices", "Codecs"],
        ["Codecs"] = [Vocabulary, "CompilerServices"],
        ["Wire"] = [Vocabulary, "CompilerServices", "Codecs"],
        ["Telemetry"] = [Vocabulary],
        ["Scheduling"] = [Vocabulary],

        // Bytes and end points, not even the vocabulary.
        ["Transports"] = [],

        ["Matching"] = [Vocabulary, "Port", "CompilerServices", "Messages", "Codecs"],
        ["Monitoring"] = [Vocabulary, "Telemetry"],
        ["Ports"] = [Vocabulary, "Port", "CompilerServices", "Messages", "Matching", "Monitoring", "Telemetry"],
        ["Links"] = [Vocabulary, "CompilerServices", "Codecs", "Wire", "Transports", "Monitoring", "Telemetry"],
        ["Mesh"] = [Vocabulary, "CompilerServices", "Messages", "Codecs", "Wire", "Telemetry"],

        // The only place where ports meet links.
        ["Nodes"] = [Everything],
    };

    /// <summary>Single files that know more than their layer, each for a reason.</summary>
    private static readonly (string File, string Layer)[] Exceptions =
    [
        // Sets the port's synchronization context around an asynchronous handler.
        ("CompilerServices/Dispatch.cs", "Ports"),

        // The seam's two implementations.
        ("PortScheduler.cs", "Scheduling"),
        ("DedicatedThreads.cs", "Scheduling"),
    ];

    /// <summary>What is refused, and from which size on, is one thing for codecs and for framing.</summary>
    private static readonly string[] SharedByCodecsAndWire = ["WireFormatException", "WireLimits"];

    /// <summary>Whoever names, or uses a member of, a type of a layer that its own must not know.</summary>
    public static IEnumerable<string> OffendersIn(BoundProject runtime) =>
        from file in runtime.Files
        from named in runtime.TypesNamedIn(file)
        where runtime.Declares(named.Type) && !Allows(file, LayerOf(named.Type))
        select $"{file}({file.LineOf(named.Name)}): {LayerOf(file)} knows {LayerOf(named.Type)}, "
            + $"by '{named.Name.Identifier.Text}' of {named.Type.ToDisplayString()}";

    public static bool HasRuleFor(string layer) => MayKnow.ContainsKey(layer);

    private static bool Allows(SourceFile file, string layer)
    {
        string own = LayerOf(file);
        return own == layer
            || MayKnow[own].Contains(layer)
            || MayKnow[own].Contains(Everything)
            || Exceptions.Contains((Path.GetRelativePath(Folder, file.Path).Replace('\\', '/'), layer));
    }

    public static string LayerOf(SourceFile file)
    {
        string[] path = Path.GetRelativePath(Folder, file.Path).Replace('\\', '/').Split('/');
        return path.Length > 1 ? path[0] : OfRootType(path[0].Split('.')[0]);
    }

    private static string LayerOf(INamedTypeSymbol type)
    {
        INamedTypeSymbol outermost = BoundProject.Outermost(type);
        string[] names = outermost.ContainingNamespace.ToString()!.Split('.');
        if (names.Length == 1)
        {
            return OfRootType(outermost.Name);
        }

        return SharedByCodecsAndWire.Contains(outermost.Name) ? "Codecs" : names[1];
    }

    private static string OfRootType(string type) => type switch
    {
        "Node" or "NodeOptions" or "Families" or "PortGroups" => "Node",
        "Port" => "Port",
        _ => Vocabulary,
    };
}
