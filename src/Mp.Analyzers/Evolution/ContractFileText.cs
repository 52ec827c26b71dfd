using System.Text;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>Writes the file of contracts anew, and keeps what people have written into it.</summary>
internal static class ContractFileText
{
    /// <summary>
    /// The file, brought up to date. The same contracts give the same text, in whatever order they come.
    /// </summary>
    /// <param name="text">
    /// The file as it is. Its comments stay before the lines that they stand before: those of a line that has gone go
    /// too, unless another one for the same tag, or the same member, has taken its place.
    /// </param>
    /// <param name="now">The contracts as they are.</param>
    public static string Update(string text, ContractDocument now)
    {
        ContractReader.TryRead(text, out ContractDocument? was, out _);
        var renames = ContractRenames.Between(was ?? ContractDocument.Empty, now);
        ContractComments comments = ContractComments.In(text, renames.Follow);
        var updated = new StringBuilder();
        string entry = "";
        foreach (string line in ContractWriter.Write(Sorted(now)).TrimEnd().Split('\n'))
        {
            bool isIndented = line.StartsWith(" ", StringComparison.Ordinal);
            entry = isIndented ? entry : line;
            foreach (string comment in comments.TakeBefore(entry, line))
            {
                updated.Append(isIndented ? "    " : "").Append(comment).Append('\n');
            }

            updated.Append(line).Append('\n');
        }

        foreach (string comment in comments.AtEnd)
        {
            updated.Append(comment).Append('\n');
        }

        return text.Contains("\r\n") ? updated.Replace("\n", "\r\n").ToString() : updated.ToString();
    }

    // The order of handlers is that of the sources, which is nobody's business, and not the same everywhere.
    private static ContractDocument Sorted(ContractDocument document) => document with
    {
        Ports = document.Ports
            .Select(static port => port with
            {
                Arms = port.Arms
                    .Distinct()
                    .OrderBy(static arm => arm.IsAdded)
                    .ThenBy(static arm => ContractWriter.Write(arm), StringComparer.Ordinal)
                    .ToEquatableArray(),
            })
            .ToEquatableArray(),
    };
}
