using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Arms;

/// <summary>Takes what was found out about the handlers of one type.</summary>
/// <param name="type">The type.</param>
/// <param name="report">Where it goes.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class ArmReport(
    INamedTypeSymbol type,
    Action<Diagnostic> report,
    CancellationToken cancellationToken)
{
    public INamedTypeSymbol Type => type;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Says something of a pattern: where it is written, or at the type if that is elsewhere.</summary>
    public void At(ArmEntry entry, DiagnosticDescriptor rule, params string[] culprits) =>
        At(entry.IsWrittenIn(type) ? entry.Locate(cancellationToken) : null, rule, culprits);

    public void At(Location? location, DiagnosticDescriptor rule, params string[] culprits) =>
        report(Diagnostic.Create(rule, location ?? type.Locations[0], [.. culprits]));

    /// <summary>A method as others of the same type call it.</summary>
    public string NameOf(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
        ? method.Name
        : $"{method.ContainingType.Name}.{method.Name}";
}
