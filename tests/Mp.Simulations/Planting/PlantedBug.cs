using System.Text;

namespace Mp.Simulations.Planting;

/// <summary>A bug that is put into a copy of the sources, to see that the simulation finds it.</summary>
/// <remarks>
/// Its file is a diff without line numbers, so that it survives what changes around it: what the bug is, then for each
/// file <c>--- path</c>, and for each change <c>@@</c> and lines that begin with a space, <c>-</c> or <c>+</c>.
/// </remarks>
/// <param name="Name">The file's name, without its ending.</param>
/// <param name="Hunks">What it changes.</param>
internal sealed record PlantedBug(string Name, IReadOnlyList<PatchHunk> Hunks)
{
    /// <summary>Where the bugs are kept.</summary>
    public static string Folder => Path.Combine(BuildFacts.RepositoryRoot, "tests", "Mp.Testing.Tests", "Planted");

    /// <summary>All bugs, by name.</summary>
    public static IReadOnlyList<PlantedBug> All() =>
    [
        .. Directory.GetFiles(Folder, "*.patch")
            .Order(StringComparer.Ordinal)
            .Select(static file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllLines(file))),
    ];

    public static PlantedBug Parse(string name, IEnumerable<string> lines)
    {
        List<PatchHunk> hunks = [];
        string? file = null;
        var before = new StringBuilder();
        var after = new StringBuilder();
        foreach (string line in lines.Append("@@"))
        {
            bool isFile = line.StartsWith("--- ", StringComparison.Ordinal);
            if (isFile || line == "@@")
            {
                if (before.Length > 0)
                {
                    hunks.Add(new PatchHunk(file!, before.ToString(), after.ToString()));
                }

                before.Clear();
                after.Clear();
                file = isFile ? line[4..] : file;
            }
            else if (file is not null)
            {
                _ = line.StartsWith('+') ? before : before.Append(line.Length > 0 ? line[1..] : "").Append('\n');
                _ = line.StartsWith('-') ? after : after.Append(line.Length > 0 ? line[1..] : "").Append('\n');
            }
        }

        return new PlantedBug(name, hunks);
    }

    /// <summary>Puts the bug into sources.</summary>
    /// <param name="read">Reads a file.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="InvalidOperationException">It does not fit: the sources have changed where it is.</exception>
    public void Plant(Func<string, string> read, Action<string, string> write)
    {
        foreach (PatchHunk hunk in Hunks)
        {
            string[] parts = read(hunk.File).Split(hunk.Before);
            if (parts.Length != 2)
            {
                throw new InvalidOperationException(
                    $"{Name} does not apply: {hunk.File} has {parts.Length - 1} times, not once:\n{hunk.Before}");
            }

            write(hunk.File, parts[0] + hunk.After + parts[1]);
        }
    }
}
