using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>What port classes receive, of a compilation and of those it refers to. Each is read once.</summary>
internal sealed class PortClasses(Compilation compilation, INamedTypeSymbol rcvAttribute)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, PortArms> _arms = new(SymbolEqualityComparer.Default);

    /// <summary>What ports of a class receive.</summary>
    public PortArms ArmsOf(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _arms.GetOrAdd(type, one => Read(one, cancellationToken));

    private PortArms Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var parts = new List<PortContract>();
        bool isOpen = false;
        bool takesWhole = false;
        for (INamedTypeSymbol? current = type; !IsPortItself(current); current = current.BaseType)
        {
            if (!SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, compilation.Assembly))
            {
                isOpen |= !TryReadReferenced(current, parts);
                takesWhole = true;
            }
            else
            {
                takesWhole |= HandlerSources.Of(current, rcvAttribute).Any(static source => TakesWhole(source.Method));
                ReadOwn(current, parts, cancellationToken);
            }
        }

        // A base class may add handlers to what derives from it; those that derive from others are not meant here.
        IEnumerable<PortContract> all = parts.Where(part => IsOrDerivesFrom(type, part.Name));
        return new PortArms(
            [.. all.SelectMany(static part => part.Arms)],
            all.Any(static part => part.ReceivesUnmatched),
            isOpen || all.Any(static part => part.IsOpen),
            takesWhole);
    }

    private static bool TakesWhole(IMethodSymbol handler) =>
        handler.Parameters.Any(static parameter => KnownTypes.Is(parameter.Type, KnownTypes.Message));

    private void ReadOwn(INamedTypeSymbol type, List<PortContract> parts, CancellationToken cancellationToken)
    {
        if (ContractParser.Parse(type, rcvAttribute, cancellationToken) is { } declared)
        {
            parts.Add(declared);
        }

        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SyntaxNode[] names =
            [
                .. reference.GetSyntax(cancellationToken).DescendantNodes().Where(AddedHandlerParser.IsCandidate),
            ];
            if (names.Length > 0)
            {
                SemanticModel model = ModelOf(reference.SyntaxTree);
                parts.AddRange(names
                    .Select(name => AddedHandlerParser.Parse((SimpleNameSyntax)name, model, cancellationToken))
                    .Where(static part => part is not null)!);
            }
        }
    }

    private static bool TryReadReferenced(INamedTypeSymbol type, List<PortContract> parts)
    {
        if (ReferencedContracts.Of(type.ContainingAssembly) is not { } document)
        {
            return false;
        }

        string name = KnownTypes.MetadataNameOf(type.OriginalDefinition);
        parts.AddRange(document.Ports.Where(port => string.Equals(port.Name, name, StringComparison.Ordinal)));
        return true;
    }

    private static bool IsPortItself([System.Diagnostics.CodeAnalysis.NotNullWhen(false)] INamedTypeSymbol? type) =>
        type is null || KnownTypes.Is(type, KnownTypes.Port);

    private static bool IsOrDerivesFrom(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; !IsPortItself(current); current = current.BaseType)
        {
            if (string.Equals(KnownTypes.MetadataNameOf(current.OriginalDefinition), name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

#pragma warning disable RS1030 // What a class adds is asked for once, and only if it adds anything.
    private SemanticModel ModelOf(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
