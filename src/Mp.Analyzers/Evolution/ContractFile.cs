using Microsoft.CodeAnalysis.Text;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>The file in which a project holds its contracts.</summary>
internal static class ContractFile
{
    /// <summary>Its name; the folder does not matter.</summary>
    public const string Name = "MpContracts.txt";

    /// <summary>Whether a path is that of such a file.</summary>
    public static bool Is(string? path) => string.Equals(Path.GetFileName(path), Name, StringComparison.Ordinal);

    /// <summary>The line at which an entry begins; the first line of the file, if it has no such entry.</summary>
    /// <param name="text">The file.</param>
    /// <param name="entry">The name of the entry.</param>
    public static TextLine LineOf(SourceText text, string entry)
    {
        foreach (TextLine line in text.Lines)
        {
            var tokens = new ContractTokens(line.ToString().Trim());
            if (tokens.TryTakeEntry() is not null && tokens.TryTakeWord(entry))
            {
                return line;
            }
        }

        return text.Lines[0];
    }
}
