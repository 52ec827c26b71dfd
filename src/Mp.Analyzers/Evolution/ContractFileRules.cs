using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mp.Analyzers.Sends;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Evolution;

/// <summary>What is said of a project's contracts, and of the file that holds them.</summary>
/// <param name="compilation">The project, with what is generated for it.</param>
/// <param name="rcvAttribute">The attribute that marks handlers.</param>
/// <param name="path">The path of the file.</param>
/// <param name="text">What is in the file.</param>
internal sealed class ContractFileRules(
    Compilation compilation,
    INamedTypeSymbol rcvAttribute,
    string path,
    SourceText text)
{
    private readonly Lazy<ContractFileState> _state = new(() => Read(compilation, rcvAttribute, text.ToString()));

    /// <summary>What is to be said where a type is declared.</summary>
    public IEnumerable<Diagnostic> DiagnosticsOf(INamedTypeSymbol type)
    {
        string name = KnownTypes.MetadataNameOf(type);
        return _state.Value.Changes
            .Where(change => string.Equals(change.Entry, name, StringComparison.Ordinal))
            .Select(change => Diagnostic.Create(DescriptorOf(change), type.Locations[0], change.Text));
    }

    /// <summary>
    /// What is to be said in the file: of it, and of types that are not declared here, or not any more.
    /// </summary>
    public IEnumerable<Diagnostic> DiagnosticsOfFile() => _state.Value.Error is { } error
        ?
        [
            Diagnostic.Create(
                ContractFileDescriptors.FileIsUnreadable,
                LocationOf(text.Lines[error.Line]),
                error.Line + 1,
                error.Message),
        ]
        : _state.Value.Changes
            .Where(change => compilation.Assembly.GetTypeByMetadataName(change.Entry) is null)
            .Select(change => Diagnostic.Create(
                DescriptorOf(change),
                LocationOf(ContractFile.LineOf(text, change.Entry)),
                change.Text));

    private static ContractFileState Read(Compilation compilation, INamedTypeSymbol rcvAttribute, string text)
    {
        if (!ContractReader.TryRead(text, out ContractDocument? was, out ContractError? error))
        {
            return new ContractFileState([], error);
        }

        ContractDocument now = ReferencedContracts.Of(compilation.Assembly) ?? ContractDocument.Empty;
        var broken = new BrokenTypes(compilation, rcvAttribute, now);
        IEnumerable<IGrouping<string, ContractChange>> changes =
            new ContractComparison(was, now, name => FindElsewhere(compilation, name))
                .Changes()
                .GroupBy(static change => change.Entry, StringComparer.Ordinal)
                .Where(changes => !broken.Contains(changes.Key));
        return new ContractFileState([.. changes.SelectMany(static changes => changes)], Error: null);
    }

    private static PortContract? FindElsewhere(Compilation compilation, string name) => compilation.SourceModule
        .ReferencedAssemblySymbols
        .SelectMany(static assembly => ReferencedContracts.Of(assembly)?.Ports ?? default)
        .FirstOrDefault(port => string.Equals(port.Name, name, StringComparison.Ordinal));

    private static DiagnosticDescriptor DescriptorOf(ContractChange change) => change.Kind switch
    {
        ContractChangeKind.LostArm => ContractFileDescriptors.ArmIsLost,
        ContractChangeKind.BrokenShape => ContractFileDescriptors.ShapeIsBroken,
        _ => ContractFileDescriptors.ContractHasGrown,
    };

    private Location LocationOf(TextLine line) =>
        Location.Create(path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
}
