using System.Runtime.CompilerServices;

namespace Mp.Runtime.Tests.Documents;

/// <summary>A table of a page in docs, between two comments with its name, that says what the code does.</summary>
internal static class DocumentTable
{
    /// <summary>Compares the table with what it should be, or puts that in its place when asked to accept it.</summary>
    public static void Verify(string document, string table, string head, IEnumerable<string> rows)
    {
        string path = Path.Combine(RepositoryFolder(), "docs", document);
        string text = File.ReadAllText(path);
        string expected = "\n" + head + string.Concat(rows) + "\n";
        string begin = $"<!-- {table} -->\n";
        int start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int end = text.IndexOf($"<!-- /{table} -->", StringComparison.Ordinal);

        if (Environment.GetEnvironmentVariable("MP_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text[..start] + expected + text[end..]);
        }
        else
        {
            Assert.Equal(expected, text[start..end]);
        }
    }

    private static string RepositoryFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
