using System.Reflection;

namespace Mp.Architecture.Tests.Sources;

/// <summary>The files of this repository. Paths are relative to its root, with forward slashes.</summary>
internal static class Repository
{
    // What a build or an editor leaves behind. A list of ours, so that the tests need no git.
    private static readonly string[] Untracked =
        [".git", ".vs", ".idea", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string FullPath(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(FullPath(path));

    /// <summary>All files below <paramref name="folder"/>, in ordinal order; none if there is no such folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*")
    {
        DirectoryInfo directory = new(FullPath(folder));
        if (!directory.Exists)
        {
            return [];
        }

        return [.. FilesBelow(directory, pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo directory, string pattern)
    {
        IEnumerable<FileInfo> below = directory.EnumerateDirectories()
            .Where(child => !Untracked.Contains(child.Name))
            .SelectMany(child => FilesBelow(child, pattern));
        // In a worktree of git's, .git is a file.
        return directory.EnumerateFiles(pattern).Where(file => !Untracked.Contains(file.Name)).Concat(below);
    }
}
