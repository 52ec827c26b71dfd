using System.Globalization;
using System.Text;

namespace Mp.Testing.Reports;

/// <summary>
/// A history as text: a column for each node, a line for each thing that happened, up to the violation.
/// </summary>
internal static class SequenceChart
{
    private const int ColumnWidth = 6;
    private const int ShownCharacters = 60;

    public static string Of(SimulationResult result, int maxLines)
    {
        Violation first = result.Violations[0];
        string[] nodes =
        [
            .. result.History.Select(static record => record.Node)
                .Where(static node => node is not "*")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        HistoryRecord[] shown =
        [
            .. result.History.Where(record => record.Time <= first.Time && IsAbout(record, first)).TakeLast(maxLines),
        ];
        var names = new PortNicknames(result.History);
        var chart = new StringBuilder();
        chart.Append("time in s     ").AppendJoin("", nodes.Select(static node => node.PadRight(ColumnWidth)));
        chart.Append('\n');
        foreach (HistoryRecord record in shown)
        {
            chart.Append(record.Time.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture).PadLeft(12));
            chart.Append("  ").AppendJoin("", nodes.Select(node => Cell(record, node)));
            chart.Append(TextOf(record, names)).Append('\n');
        }

        return chart.ToString();
    }

    private static bool IsAbout(HistoryRecord record, Violation violation) =>
        record.Kind is not (HistoryKind.Enter or HistoryKind.Leave)
        && (violation.Nodes.Count == 0 || record.Node is "*" || violation.Nodes.Any(record.IsAt));

    private static string Cell(HistoryRecord record, string node) =>
        (record.IsAt(node) || record.Node is "*" ? "*" : "|").PadRight(ColumnWidth);

    private static string TextOf(HistoryRecord record, PortNicknames names)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Kind,-9} {names.Of(record.Port)}{(record.Peer.Length > 0 ? " > " : "")}{names.Of(record.Peer)}");
        string number = record.Sequence == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" #{record.Sequence}");
        string data = record.Data.ReplaceLineEndings(" ");
        return $"{text}{number} {(data.Length > ShownCharacters ? data[..ShownCharacters] : data)}".TrimEnd();
    }
}
