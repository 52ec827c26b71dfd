using Mp.Ports;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Ports;

/// <summary>A port that more and more waits for is told of.</summary>
public sealed class BacklogTests
{
    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(25, 1)]
    public void LongQueue_IsLoggedWhenThePortTurnsToIt(int messages, int lines)
    {
        using var reached = new LimitCount(nameof(NodeOptions.PortBacklogWarning));
        using var bench = new PortBench(backlogWarning: 10);
        PortCell cell = bench.Create(new ScriptedPort().On("n", static _ => { }));

        Send(cell, messages);
        bench.Run();

        Assert.Equal(lines, Lines(bench));
        Assert.InRange(reached.Count, lines, int.MaxValue);
    }

    [Fact]
    public void QueueOfAPortThatWaits_IsLoggedAsItGrows()
    {
        using var bench = new PortBench(backlogWarning: 10);
        var gate = new TaskCompletionSource();
        PortCell cell = bench.Create(new ScriptedPort().OnAsync("wait", _ => gate.Task).On("n", static _ => { }));
        PortBench.Send(cell, "wait");
        for (int turn = 0; turn < 25; turn++)
        {
            Send(cell, 1);
            bench.Run();
        }

        Assert.Equal(2, Lines(bench));
        gate.SetResult();
        bench.Run();
    }

    private static int Lines(PortBench bench) => bench.Logs.Entries.Count(static entry => entry.Id == 107);

    private static void Send(PortCell cell, int count)
    {
        for (; count > 0; count--)
        {
            PortBench.Send(cell, "n");
        }
    }
}
