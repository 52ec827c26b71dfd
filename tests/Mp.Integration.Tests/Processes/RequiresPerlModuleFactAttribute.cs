using System.Diagnostics;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>A test that needs a module of Perl, and is skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresPerlModuleFactAttribute : FactAttribute
{
    public RequiresPerlModuleFactAttribute(string module)
    {
        Module = module;
        Skip = IsInstalled(module) ? null : $"Perl's module {module} is not installed on this machine.";
    }

    public string Module { get; }

    private static bool IsInstalled(string module)
    {
        if (!ProgramRun.Exists("perl"))
        {
            return false;
        }

        using var process = Process.Start(ProgramRun.StartOf("perl", [$"-M{module}", "-e1"]))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
