using Microsoft.CodeAnalysis;
using Mp.Generators.Arms;
using Mp.Generators.Model;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Arms;

/// <summary>Finds constants in patterns that are legal, but slow, or not what other handlers expect there.</summary>
internal static class OddConstants
{
    /// <summary>Looks at the patterns that are written in a type.</summary>
    public static void Find(IReadOnlyList<ArmEntry> own, IReadOnlyList<ArmEntry> inherited, ArmReport report)
    {
        foreach (ArmEntry entry in own.Where(entry => entry.IsWrittenIn(report.Type)))
        {
            if (entry.Model.Pattern.Count > 0 && entry.Tag is null)
            {
                ReportAt(0, Descriptors.PatternHasNoTag, entry, report);
            }

            ArmEntry[] others =
            [
                .. inherited.Concat(own).Where(one =>
                    entry.Tag is not null && string.Equals(one.Tag, entry.Tag, StringComparison.Ordinal)),
            ];
            for (int position = 1; position < entry.Model.Pattern.Count && others.Length > 1; position++)
            {
                if (IsContradicted(entry, position, others))
                {
                    ReportAt(position, Descriptors.ConstantContradictsHandlers, entry, report);
                }
            }
        }
    }

    // Null stands for what is missing, whatever it is that is missing.
    private static bool IsContradicted(ArmEntry entry, int position, IEnumerable<ArmEntry> others)
    {
        if (entry.Model.Pattern[position].Kind is ConstantKind.Any or ConstantKind.Null)
        {
            return false;
        }

        ElementSet[] taken = [.. others.Where(one => Binds(one, position)).Select(one => one.Shape.At(position))];
        return taken.Length > 0 && !taken.Any(entry.Shape.At(position).Overlaps);
    }

    private static bool Binds(ArmEntry entry, int position) => position >= entry.Model.Pattern.Count
        ? position < entry.Shape.Elements.Count
        : entry.Model.Pattern[position].Kind == ConstantKind.Any;

    private static void ReportAt(
        int position,
        DiagnosticDescriptor rule,
        ArmEntry entry,
        ArmReport report) => report.At(
            PatternParser.LocationOf(entry.Attribute, position, report.CancellationToken),
            rule,
            entry.Tag ?? entry.Source.Method.Name,
            entry.Source.Method.Name);
}
