using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.Processes;

/// <summary>Programs that share nothing with Mp but the protocol.</summary>
public sealed class PolyglotTests
{
    [RequiresFact("python3")]
    public Task Python_IsGreeted() => GreetAsync("python3", "hello.py", "Python");

    [RequiresFact("node")]
    public Task NodeJs_IsGreeted() => GreetAsync("node", "hello.js", "Node.js");

    [RequiresFact("perl")]
    public Task Perl_IsGreeted() => GreetAsync("perl", "hello.pl", "Perl");

    [RequiresFact("bash")]
    public Task Bash_IsGreeted() => GreetAsync("bash", "hello.sh", "bash");

    private static async Task GreetAsync(string program, string script, string name)
    {
        using RunningSample sample = RunningSample.Start("Polyglot", PublicNode.AnyPort);
        string node = PortId.Parse(await sample.ReadAsync("READY ")).NodeId;

        ProgramRun stranger = await JoinAsync("not the secret of this network");
        ProgramRun first = await JoinAsync(PublicNode.SecretText);
        ProgramRun second = await JoinAsync(PublicNode.SecretText);

        Assert.NotEqual(0, stranger.ExitCode);
        Assert.Equal("", stranger.Output);
        Assert.Equal((0, $"Hello, {name}! You are number 1.\n", ""), (first.ExitCode, first.Output, first.Errors));
        Assert.Equal((0, $"Hello, {name}! You are number 2.\n", ""), (second.ExitCode, second.Output, second.Errors));
        Assert.Equal(0, await sample.EndAsync());

        Task<ProgramRun> JoinAsync(string secret) => ProgramRun.OfAsync(
            program,
            [Path.Combine(SampleProgram.FolderOf("Polyglot"), script), node],
            (NodeOptions.SecretVariable, secret));
    }
}
