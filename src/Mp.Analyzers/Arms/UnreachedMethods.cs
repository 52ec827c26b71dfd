using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Arms;

/// <summary>Finds methods for what no handler matches, where one matches everything.</summary>
internal static class UnreachedMethods
{
    /// <summary>Looks at a type's <c>[RcvUnmatched]</c> methods.</summary>
    public static void Find(
        IReadOnlyList<IMethodSymbol> unmatched,
        IReadOnlyList<ArmEntry> entries,
        ArmReport report)
    {
        if (unmatched.Count > 0
            && entries.FirstOrDefault(static entry => entry.Shape.IsEverything && !entry.Model.IsRemovable)
                is { } everything)
        {
            report.At(
                unmatched[0].Locations[0],
                Descriptors.UnmatchedIsNeverReached,
                unmatched[0].Name,
                report.NameOf(everything.Source.Method));
        }
    }
}
