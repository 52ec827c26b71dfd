using System.Collections.Immutable;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>What a port class receives, with all that it inherits.</summary>
/// <param name="Arms">The arms that are known.</param>
/// <param name="ReceivesUnmatched">Whether it receives what no arm matches.</param>
/// <param name="IsOpen">Whether it has others, of which nothing is known.</param>
/// <param name="TakesWholeMessages">Whether a handler may take a message as a whole: an arm does not tell.</param>
internal sealed record PortArms(
    ImmutableArray<ArmContract> Arms,
    bool ReceivesUnmatched,
    bool IsOpen,
    bool TakesWholeMessages)
{
    /// <summary>Whether it receives messages of any tag.</summary>
    public bool ReceivesAny => ReceivesUnmatched || Arms.Any(static arm => arm.IsCatchAll);

    /// <summary>The tags that its arms have.</summary>
    public IEnumerable<string> Tags => Arms
        .Select(static arm => arm.Tag)
        .Where(static tag => tag is not null)
        .Distinct(StringComparer.Ordinal)!;
}
