using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>What can be spawned, as far as a compilation knows.</summary>
internal sealed class KnownSpawns
{
    // Compilations come and go with every key press; the assemblies that they refer to, and most files, stay.
    private static readonly ConditionalWeakTable<IAssemblySymbol, Dictionary<string, INamedTypeSymbol>> OfAssemblies =
        new();

    private static readonly ConditionalWeakTable<SyntaxTree, ExpressionSyntax[]> NamesOfTrees = new();

    private readonly Compilation _compilation;
    private readonly Lazy<Dictionary<string, INamedTypeSymbol>> _classes;
    private readonly Lazy<ImmutableHashSet<string>> _registered;

    /// <summary>Of what a compilation has, and those that it refers to.</summary>
    public KnownSpawns(Compilation compilation)
    {
        _compilation = compilation;
        _classes = new(FindClasses);
        _registered = new(FindRegistered);
    }

    /// <summary>All names that there are.</summary>
    public IEnumerable<string> Names => _classes.Value.Keys.Concat(_registered.Value);

    /// <summary>Whether a name is registered while the program runs: what it takes is not known.</summary>
    public bool IsRegistered(string name) => _registered.Value.Contains(name);

    /// <summary>The class that is marked with a name, or nothing.</summary>
    public INamedTypeSymbol? Find(string name) =>
        _classes.Value.TryGetValue(name, out INamedTypeSymbol? type) ? type : null;

    private Dictionary<string, INamedTypeSymbol> FindClasses()
    {
        Dictionary<string, INamedTypeSymbol> classes = ClassesOf(_compilation.Assembly);
        foreach (IAssemblySymbol assembly in _compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (ReferencedContracts.MayHaveContracts(assembly))
            {
                foreach (KeyValuePair<string, INamedTypeSymbol> known in OfAssemblies.GetValue(assembly, ClassesOf))
                {
                    classes[known.Key] = classes.TryGetValue(known.Key, out INamedTypeSymbol? own) ? own : known.Value;
                }
            }
        }

        return classes;
    }

    private static Dictionary<string, INamedTypeSymbol> ClassesOf(IAssemblySymbol assembly)
    {
        var classes = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in TypesIn(assembly.GlobalNamespace))
        {
            if (SpawnParser.NameOf(type) is { } name)
            {
                classes[name] = type;
            }
        }

        return classes;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member =>
            member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    private ImmutableHashSet<string> FindRegistered() =>
    [
        .. _compilation.SyntaxTrees
            .SelectMany(tree => NamesOfTrees.GetValue(tree, FindIn).Select(name => ConstantOf(name, tree)))
            .Where(static name => name is not null)!,
    ];

    private static ExpressionSyntax[] FindIn(SyntaxTree tree) =>
    [
        .. tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => call.ArgumentList.Arguments.Count > 0
                && KnownTags.NameOf(call.Expression) is "RegisterSpawn")
            .Select(static call => call.ArgumentList.Arguments[0].Expression),
    ];

#pragma warning disable RS1030 // Of names that are constants with names, and once for a compilation.
    private string? ConstantOf(ExpressionSyntax name, SyntaxTree tree) => name is LiteralExpressionSyntax literal
        ? literal.Token.Value as string
        : _compilation.GetSemanticModel(tree).GetConstantValue(name).Value as string;
#pragma warning restore RS1030
}
