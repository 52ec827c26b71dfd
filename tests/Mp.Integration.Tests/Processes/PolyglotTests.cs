using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>Programs that share nothing with Mp but the protocol.</summary>
public sealed class PolyglotTests
{
    [RequiresFact("python3")]
    public Task Python_IsGreeted() => GreetAsync("python3", "hello.py", "Python");

    [RequiresFact("python3")]
    public async Task Python_IsGreetedByANode_ThatItHasNotConnectedTo()
    {
        await using Node seed = await PublicNode.StartAsync();
        var isThere = new TaskCompletionSource();
        using IDisposable watch = seed.Groups.Watch("greeters", change =>
        {
            if (change.Members.Count > 0)
            {
                isThere.TrySetResult();
            }
        });
        using RunningSample sample = RunningSample.Start("Polyglot", PublicNode.AnyPort, seed.Id);
        await isThere.Task.Bounded();

        ProgramRun run = await RunAsync("python3", "hello.py", seed.Id, PublicNode.SecretText);

        Assert.Equal((0, "Hello, Python! You are number 1.\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

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

        Task<ProgramRun> JoinAsync(string secret) => RunAsync(program, script, node, secret);
    }

    private static Task<ProgramRun> RunAsync(string program, string script, string node, string secret) =>
        ProgramRun.OfAsync(
            program,
            [Path.Combine(SampleProgram.FolderOf("Polyglot"), script), node],
            (NodeOptions.SecretVariable, secret));
}
