using System.Diagnostics;

namespace Mp.Simulations.Planting;

/// <summary>
/// What looks for a planted bug, built from a copy of the sources that has it. In a folder of its own.
/// </summary>
/// <param name="seeker">What looks for it.</param>
internal sealed class PlantedProgram(Seeker seeker) : IDisposable
{
    private const string Settings = "Planted.runtimeconfig.json";

    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading",
        "System.Threading.Tasks", "Mp.Testing",
    ];

    // Far more than is ever needed: a bug may well make the program hang, and is found by that.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mp-planted-");

    private string Assembly => Path.Combine(_folder.FullName, "Planted.dll");

    /// <summary>Copies the sources, plants the bug, and builds.</summary>
    /// <exception cref="InvalidOperationException">The bug does not fit, or does not compile.</exception>
    public async Task BuildAsync(PlantedBug bug)
    {
        List<string> files = [.. Sources().Select(Copy)];
        bug.Plant(
            file => File.ReadAllText(Path.Combine(_folder.FullName, file)),
            (file, text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text));
        files.Add(Write("Entry.cs", seeker.Entry));
        Write(Settings, SettingsText());
        files.Add(Write("Usings.cs", string.Concat(Usings.Select(space => $"global using {space};\n"))));
        foreach (string library in Libraries().Where(static library => Path.GetFileName(library).StartsWith(
            "Microsoft.Extensions.",
            StringComparison.Ordinal)))
        {
            File.Copy(library, Path.Combine(_folder.FullName, Path.GetFileName(library)));
        }

        string arguments = Write("Planted.rsp", string.Join('\n', Options().Concat(files.Select(Quote))));
        string compiler = Path.Combine(BuildFacts.Compiler, "bincore", "csc");
        (int exitCode, string output) = File.Exists(compiler + ".dll")
            ? await RunAsync("dotnet", compiler + ".dll", "-shared", "-noconfig", $"@{arguments}")
            : await RunAsync(compiler, "-shared", "-noconfig", $"@{arguments}");
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{bug.Name} does not compile:\n{output}");
        }
    }

    /// <summary>Runs it.</summary>
    /// <param name="arguments">What it is told.</param>
    /// <returns>0 if it found nothing, and what it printed.</returns>
    public Task<(int ExitCode, string Output)> ExecuteAsync(params IEnumerable<string> arguments) => RunAsync(
        "dotnet",
        ["exec", "--runtimeconfig", Path.Combine(_folder.FullName, Settings), Assembly, .. arguments]);

    /// <summary>Simulates seeds until one fails.</summary>
    /// <returns>How many were needed, and what was printed; nothing if none of them failed.</returns>
    public async Task<(int? Needed, string Output)> FindAsync(int seed, int most)
    {
        (int exitCode, string output) =
            await ExecuteAsync("--seed", $"{seed}", "--count", $"{most}", "--stop-at-first");
        string last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        return exitCode == 0 ? (null, last) : (int.TryParse(last.Split(' ')[0], out int run) ? run : 0, output);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> Sources() =>
        seeker.Sources
            .Select(static place => Path.Combine(BuildFacts.RepositoryRoot, place))
            .SelectMany(static place => File.Exists(place)
                ? [place]
                : Directory.GetFiles(place, "*.cs", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(BuildFacts.RepositoryRoot, file).Replace('\\', '/'))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.StartsWith("tests/Mp.Simulations/Planting/", StringComparison.Ordinal));

    private static IEnumerable<string> Libraries() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static library => Path.GetFileName(library) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                    || name is "netstandard.dll" or "mscorlib.dll"));

    private static string SettingsText() => $$"""
        {
          "runtimeOptions": {
            "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
            "configProperties": { "System.GC.Concurrent": false }
          }
        }
        """;

    private static string Quote(string file) => $"\"{file}\"";

    private IEnumerable<string> Options() =>
    [
        "-nologo", "-nullable:enable", "-langversion:14", "-nowarn:CS1591,CS1701,CS1702", $"-out:{Quote(Assembly)}",
        .. Libraries().Select(library => $"-r:{Quote(library)}"),
        .. Directory.GetFiles(
            Path.Combine(BuildFacts.Logging, "analyzers", "dotnet", "roslyn4.4", "cs"),
            "*.dll").Select(generator => $"-a:{Quote(generator)}"),
    ];

    private string Copy(string file) => Write(file, File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, file)));

    private string Write(string file, string text)
    {
        string path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        using var patience = new CancellationTokenSource(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "It hangs.");
        }

        return (process.ExitCode, await output + await errors);
    }
}
