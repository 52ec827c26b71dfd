using System.Globalization;
using System.Text;

namespace Mp.Testing.Reports;

/// <summary>All that one needs to know about a seed that failed.</summary>
internal static class FailureReport
{
    private const int MaxViolations = 10;

    public static string Of(SimulationResult result, IReadOnlyList<string> facts, SimulationOptions options)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Seed {result.Seed} fails after {result.Events} events and {result.Time.TotalSeconds:0.000} s.\n\n");
        foreach (Violation violation in result.Violations.Take(MaxViolations))
        {
            text.Append(CultureInfo.InvariantCulture, $"{violation}\n");
        }

        if (result.Violations.Count > MaxViolations)
        {
            text.Append(CultureInfo.InvariantCulture, $"and {result.Violations.Count - MaxViolations} more\n");
        }

        text.Append("\nThe seed decided:\n");
        foreach (string fact in facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {fact}\n");
        }

        text.Append('\n').Append(SequenceChart.Of(result, options.MaxChartLines));
        text.Append(CultureInfo.InvariantCulture, $"\nTo run it again: {options.ReplayCommand(result.Seed)}\n");
        return text.ToString();
    }
}
