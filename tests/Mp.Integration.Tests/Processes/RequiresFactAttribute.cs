using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>A test that needs a program of the machine's, and is skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    public RequiresFactAttribute(string program)
    {
        Program = program;
        Skip = ProgramRun.Exists(program) ? null : $"There is no {program} on this machine.";
    }

    public string Program { get; }
}
