using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

public sealed class PingPongTests
{
    [Fact]
    public async Task Sample_PlaysItsRally()
    {
        ProgramRun run = await SampleProgram.RunAsync("PingPong", []);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["ping 1", "pong 1", "ping 2", "pong 2", "ping 3", "pong 3"], run.Lines);
    }
}
