using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>The comments of a file of contracts, each with the line that it stands before.</summary>
internal sealed class ContractComments
{
    private readonly Dictionary<string, List<string>> _byLine = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _linesBySubject = new(StringComparer.Ordinal);

    private ContractComments(IReadOnlyList<string> atEnd) => AtEnd = atEnd;

    /// <summary>Those that nothing follows.</summary>
    public IReadOnlyList<string> AtEnd { get; private init; }

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="follow">The name of now of an entry, by its name in the file.</param>
    public static ContractComments In(string text, Func<string, string> follow)
    {
        var waiting = new List<string>();
        var comments = new ContractComments(waiting);
        string entry = "";
        IEnumerable<string> lines = text.Split('\n').Select(static line => line.Trim());
        foreach (string line in lines.Where(static line => line.Length > 0))
        {
            if (line.StartsWith(ContractKeywords.Comment, StringComparison.Ordinal))
            {
                waiting.Add(line);
                continue;
            }

            bool isEntry = IsEntry(line);
            entry = isEntry ? NameOf(line, follow) : entry;
            if (waiting.Count > 0)
            {
                string key = KeyOf(entry, line);
                comments._byLine[key] = [.. waiting];
                comments._linesBySubject[KeyOf(entry, isEntry ? "" : SubjectOf(line))] = key;
                waiting.Clear();
            }
        }

        return comments;
    }

    /// <summary>Those that stood before a line, or before one about the same; they are given away once.</summary>
    /// <param name="entry">The line at which the entry begins.</param>
    /// <param name="line">The line.</param>
    public IReadOnlyList<string> TakeBefore(string entry, string line)
    {
        string name = IsEntry(entry) ? NameOf(entry, static name => name) : "";
        string key = KeyOf(name, line.Trim());
        string subject = string.Equals(entry, line, StringComparison.Ordinal) ? "" : SubjectOf(line.Trim());
        if (!_byLine.TryGetValue(key, out List<string>? found)
            && _linesBySubject.TryGetValue(KeyOf(name, subject), out string? other))
        {
            key = other;
            _byLine.TryGetValue(key, out found);
        }

        _byLine.Remove(key);
        return found ?? [];
    }

    private static bool IsEntry(string line) => new ContractTokens(line).TryTakeEntry() is not null;

    private static string KeyOf(string entry, string line) => $"{entry}\n{line}";

    // What an entry is called, with the word before it; its base class may change.
    private static string NameOf(string line, Func<string, string> follow)
    {
        string[] words = line.Split(' ');
        return words.Length > 1 ? $"{words[0]} {follow(words[1])}" : line;
    }

    // The tag of an arm, or the name of a member.
    private static string SubjectOf(string line) =>
        line.IndexOf('[') is var start and >= 0 && line.EndsWith("]", StringComparison.Ordinal)
            ? line.Substring(start).Split(',', ']')[0]
            : line.Split('=')[0].TrimEnd().Split(' ').Last();
}
