using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>A sample, as it was built together with these tests.</summary>
internal static class SampleProgram
{
    /// <summary>Runs a sample to its end.</summary>
    public static Task<ProgramRun> RunAsync(
        string name,
        IEnumerable<string> arguments,
        params (string Name, string? Value)[] environment) =>
        ProgramRun.OfAsync("dotnet", [PathOf(name), .. arguments], environment);

    /// <summary>The assembly of a sample.</summary>
    public static string PathOf(string name)
    {
        DirectoryInfo framework = Framework();
        string path = Path.Combine(
            FolderOf(name), "bin", framework.Parent!.Name, framework.Name, name + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"The sample was not built: {path}");
    }

    /// <summary>The folder with a sample's sources.</summary>
    public static string FolderOf(string name) => Path.GetFullPath(
        Path.Combine(Framework().FullName, "..", "..", "..", "..", "..", "samples", name));

    // This assembly lies in tests/<project>/bin/<configuration>/<framework>, and a sample's likewise.
    private static DirectoryInfo Framework() => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
}
