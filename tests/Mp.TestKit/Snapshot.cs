using System.Runtime.CompilerServices;
using Xunit;

namespace Mp.TestKit;

/// <summary>Compares texts with committed files: <c>Snapshots/[test]/[name].verified.txt</c> beside the test.</summary>
/// <remarks>
/// What differs is written to <c>[name].received.txt</c> there. With <c>MP_ACCEPT_SNAPSHOTS=1</c> in the environment it
/// becomes the verified one instead. The files end in <c>.txt</c>, so that nothing compiles or reformats them.
/// </remarks>
public static class Snapshot
{
    private const string AcceptVariable = "MP_ACCEPT_SNAPSHOTS";

    /// <summary>Compares texts, each under its name; none may be missing or too many.</summary>
    /// <param name="texts">The texts by their names.</param>
    /// <param name="sourcePath">The test's file; filled in by the compiler.</param>
    /// <param name="test">The test's name; filled in by the compiler.</param>
    public static void Verify(
        IReadOnlyDictionary<string, string> texts,
        [CallerFilePath] string sourcePath = "",
        [CallerMemberName] string test = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(Locate(sourcePath))!, "Snapshots", test);
        Directory.CreateDirectory(folder);
        bool isAccepting = string.Equals(
            Environment.GetEnvironmentVariable(AcceptVariable),
            "1",
            StringComparison.Ordinal);
        var problems = new List<string>();
        foreach (string stale in Directory.GetFiles(folder, "*.verified.txt")
            .Where(file => !texts.ContainsKey(NameOf(file, ".verified.txt"))))
        {
            problems.Add($"{stale} is of nothing that was received");
        }

        foreach ((string name, string text) in texts)
        {
            Compare(Path.Combine(folder, name), Normalize(text), isAccepting, problems);
        }

        Assert.True(
            problems.Count == 0,
            string.Join('\n', problems) + $"\nIf that is right, run the test with {AcceptVariable}=1.");
    }

    private static void Compare(string path, string text, bool isAccepting, List<string> problems)
    {
        string verified = path + ".verified.txt";
        string received = path + ".received.txt";
        File.Delete(received);
        if (File.Exists(verified)
            && string.Equals(Normalize(File.ReadAllText(verified)), text, StringComparison.Ordinal))
        {
            return;
        }

        File.WriteAllText(isAccepting ? verified : received, text);
        if (!isAccepting)
        {
            problems.Add($"{received} differs from the verified text:\n{text}");
        }
    }

    // A deterministic build writes "/_/" for the repository's folder.
    private static string Locate(string sourcePath)
    {
        if (File.Exists(sourcePath))
        {
            return sourcePath;
        }

        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Mp.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        Assert.NotNull(folder);
        return Path.Combine(folder, sourcePath.Replace("/_/", "", StringComparison.Ordinal));
    }

    private static string NameOf(string file, string suffix) => Path.GetFileName(file)[..^suffix.Length];

    private static string Normalize(string text) => text.ReplaceLineEndings("\n");
}
