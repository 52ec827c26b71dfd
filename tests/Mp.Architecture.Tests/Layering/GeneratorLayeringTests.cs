using Microsoft.CodeAnalysis;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests.Layering;

public sealed class GeneratorLayeringTests
{
    private const string Folder = "src/Mp.Generators";

    /// <summary>Which folders a folder may know. The root, where the generators are wired, may know all.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Collections"] = [],
        ["Polyfills"] = [],
        ["Model"] = ["Collections"],
        ["Contracts"] = ["Model", "Collections", "Polyfills"],
        ["Parsing"] = ["Model", "Contracts", "Collections"],
        ["Planning"] = ["Model", "Collections"],
        ["Arms"] = ["Model", "Collections"],
        ["Emitting"] = ["Model", "Planning", "Collections"],
    };

    /// <summary>Parts of Roslyn that quote text and hold no compilation alive: a printer may use them.</summary>
    private static readonly string[] TextTools = ["SymbolDisplay", "SyntaxFacts", "SyntaxKind", "SourceText"];

    private static readonly BoundProject Generators = BoundProject.Of(Folder);

    [Fact]
    public void Folders_KnowOnlyWhomTheyMayKnow() => Offenders.AreNone(
        "A folder of the generator knows another that it must not know:",
        from file in Generators.Files
        where FolderOf(file).Length > 0
        from named in Generators.TypesNamedIn(file)
        where Generators.Declares(named.Type) && !MayKnow[FolderOf(file)].Append(FolderOf(file)).Contains(FolderOf(named.Type))
        select $"{file}({file.LineOf(named.Name)}): {named.Type.ToDisplayString()}");

    [Fact]
    public void EveryFolder_HasARule() => Offenders.AreNone(
        "A folder of the generator has no rule:",
        Generators.Files.Select(FolderOf).Where(folder => folder.Length > 0 && !MayKnow.ContainsKey(folder)));

    [Fact]
    public void OnlyParsing_KnowsRoslyn() => Offenders.AreNone(
        "A model that holds a symbol keeps a compilation alive, and is never cached. Roslyn is known here:",
        from file in Generators.Files
        where FolderOf(file).Length > 0 && FolderOf(file) != "Parsing"
        from named in Generators.TypesNamedIn(file)
        where IsRoslyn(named.Type) && !(FolderOf(file) == "Emitting" && TextTools.Contains(named.Type.Name))
        select $"{file}({file.LineOf(named.Name)}): {named.Type.ToDisplayString()}");

    [Fact]
    public void CompilerExtensions_ReferenceNoRuntime() => Offenders.AreNone(
        "What the compiler loads knows the runtime by metadata name only:",
        from project in new[] { "Mp.Generators", "Mp.Analyzers", "Mp.Analyzers.CodeFixes" }
        where Repository.Read($"src/{project}/{project}.csproj").Contains("Mp.Runtime", StringComparison.Ordinal)
        select project);

    private static bool IsRoslyn(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToString()?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true;

    private static string FolderOf(SourceFile file)
    {
        string[] path = Path.GetRelativePath(Folder, file.Path).Replace('\\', '/').Split('/');
        return path.Length > 1 ? path[0] : "";
    }

    private static string FolderOf(INamedTypeSymbol type)
    {
        string[] names = BoundProject.Outermost(type).ContainingNamespace.ToString()!.Split('.');
        return names is ["Mp", "Generators", { } folder, ..] ? folder : "Polyfills";
    }
}
