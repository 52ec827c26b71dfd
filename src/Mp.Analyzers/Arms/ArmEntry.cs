using Microsoft.CodeAnalysis;
using Mp.Generators.Arms;
using Mp.Generators.Model;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Arms;

/// <summary>One pattern of a handler, with what it stands for in the source.</summary>
/// <param name="Source">The handler.</param>
/// <param name="Attribute">The pattern.</param>
/// <param name="Model">Both, as the generator sees them.</param>
internal sealed record ArmEntry(HandlerSource Source, AttributeData Attribute, HandlerModel Model)
{
    /// <summary>Which messages it matches.</summary>
    public ArmShape Shape { get; } = ArmShape.Of(Model);

    /// <summary>The string that a message must begin with, or <see langword="null"/>.</summary>
    public string? Tag => Model.Pattern.Count > 0 && Model.Pattern[0].Kind == ConstantKind.String
        ? Model.Pattern[0].Value
        : null;

    /// <summary>Whether the pattern is written in a type, not in one that it derives from or implements.</summary>
    public bool IsWrittenIn(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(Source.Method.ContainingType, type);

    /// <summary>Whether both make the same method run.</summary>
    public bool IsOfSameHandler(ArmEntry other) =>
        SymbolEqualityComparer.Default.Equals(Source.Implementation, other.Source.Implementation);

    /// <summary>Where the pattern is written, or nothing if that is in another assembly.</summary>
    public Location? Locate(CancellationToken cancellationToken) =>
        Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();
}
