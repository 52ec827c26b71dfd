using System.Diagnostics;
using System.Text;

namespace Mp.Packaging.Tests;

/// <summary>Runs the <c>dotnet</c> command as somebody with a fresh shell would.</summary>
internal static class DotNet
{
    // Far more than is ever needed: it keeps a hanging command from hanging the tests.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Runs <c>dotnet</c>, with <paramref name="packages"/>, if given, as the folder it restores into.
    /// </summary>
    public static Task<CommandResult> RunAsync(string folder, string? packages, params string[] arguments) =>
        RunProgramAsync("dotnet", folder, packages, arguments);

    /// <summary>Runs any program in the same way.</summary>
    public static async Task<CommandResult> RunProgramAsync(
        string program,
        string folder,
        string? packages,
        params string[] arguments)
    {
        StringBuilder output = new();
        using Process process = new() { StartInfo = StartInfo(program, folder, packages, arguments) };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);

        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource timeout = new(Timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (output)
        {
            return new CommandResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
        }
    }

    private static ProcessStartInfo StartInfo(string program, string folder, string? packages, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The build that runs these tests leaves its own settings to its children: not to these.
        foreach (string name in start.Environment.Keys.Where(IsOfTheBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        // No process outlives the test and holds on to its folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
            start.Environment["NUGET_FALLBACK_PACKAGES"] = BuildFacts.NuGetPackageRoot;
        }

        return start;
    }

    private static bool IsOfTheBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
