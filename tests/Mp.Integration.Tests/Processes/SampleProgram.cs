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
    // This assembly lies in tests/<project>/bin/<configuration>/<framework>, and a sample's likewise.
    public static string PathOf(string name)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string repository = Path.GetFullPath(Path.Combine(framework.FullName, "..", "..", "..", "..", ".."));
        string path = Path.Combine(
            repository, "samples", name, "bin", framework.Parent!.Name, framework.Name, name + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"The sample was not built: {path}");
    }
}
