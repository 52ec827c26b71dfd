using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Analyzers.Arms;

/// <summary>Finds default values that no message brings about: the element must be there.</summary>
internal static class UnusedDefaults
{
    /// <summary>Looks at the handlers that are written in a type.</summary>
    public static void Find(IReadOnlyList<ArmEntry> own, ArmReport report)
    {
        IEnumerable<IGrouping<ISymbol?, ArmEntry>> handlers = own
            .Where(entry => entry.IsWrittenIn(report.Type))
            .GroupBy(static ISymbol? (entry) => entry.Source.Method, SymbolEqualityComparer.Default);
        foreach (ArmEntry[] patterns in handlers.Select(static one => one.ToArray()))
        {
            IMethodSymbol method = patterns[0].Source.Method;
            for (int index = 0; index < method.Parameters.Length; index++)
            {
                if (patterns.All(one => IsUnused(one, one.Model.PlaceOf(index))))
                {
                    Report(method.Parameters[index], report);
                }
            }
        }
    }

    private static bool IsUnused(ArmEntry entry, int index) =>
        index >= 0 && entry.Model.Parameters[index].Default is not null && IsAsked(entry, index);

    // Whether the element must be there: a wildcard stands for it, or one after it must be there.
    private static bool IsAsked(ArmEntry entry, int index)
    {
        int wildcards = entry.Model.Pattern.Count(static one => one.Kind == ConstantKind.Any);
        int place = entry.Model.Parameters.Take(index).Count(static one => one.Element is not null);
        return place < wildcards
            || entry.Model.Parameters.Skip(index).Any(static one => one is { Element: not null, Default: null });
    }

    private static void Report(IParameterSymbol parameter, ArmReport report) =>
        report.At(parameter.Locations[0], Descriptors.DefaultIsNeverUsed, parameter.Name);
}
