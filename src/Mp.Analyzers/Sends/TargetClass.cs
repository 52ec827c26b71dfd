using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Sends;

/// <summary>The class of the port that a message is sent to.</summary>
/// <param name="Type">The class.</param>
/// <param name="IsExact">Whether it is no other that derives from it: the port was created right there.</param>
internal sealed record TargetClass(INamedTypeSymbol Type, bool IsExact);
