using System.Diagnostics;

namespace Mp.TestKit;

/// <summary>What a program that has ended did.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>What it wrote, line by line.</summary>
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>Whether there is such a program to start.</summary>
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .Any(static path => File.Exists(path) || File.Exists(path + ".exe"));

    /// <summary>Runs a program to its end; kills it, and those that it started, if it does not come.</summary>
    public static async Task<ProgramRun> OfAsync(
        string program,
        IEnumerable<string> arguments,
        params (string Name, string? Value)[] environment)
    {
        using var process = Process.Start(StartOf(program, arguments, environment))!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().Bounded();
            return new ProgramRun(process.ExitCode, await output.Bounded(), await errors.Bounded());
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>How to start a program whose input and output are ours.</summary>
    public static ProcessStartInfo StartOf(
        string program,
        IEnumerable<string> arguments,
        params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
            UseShellExecute = false,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
