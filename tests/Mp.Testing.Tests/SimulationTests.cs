namespace Mp.Testing.Tests;

public sealed class SimulationTests
{
    [Fact]
    public void Run_OfTheSameSeed_DoesTheSame()
    {
        SimulationResult first = Simulation.Run(5, TwoNodesAsync);
        SimulationResult second = Simulation.Run(5, TwoNodesAsync);
        SimulationResult other = Simulation.Run(6, TwoNodesAsync);

        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first.Events, second.Events);
        Assert.NotEqual(first.Hash, other.Hash);
    }

    [Fact]
    public void Run_ThatFails_SaysHowAndHowToRunItAgain()
    {
        var options = new SimulationOptions { ReplayCommand = seed => $"again {seed}" };

        SimulationFailedException failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            7,
            async world =>
            {
                world.Describe("weather", "rain");
                TestNode node = world.Cluster.AddNode();
                await world.Delay(TimeSpan.FromSeconds(2));
                world.Note(node, "something to see");
                throw new InvalidOperationException("it rains");
            },
            options));

        Assert.Contains("Seed 7 fails", failure.Message, StringComparison.Ordinal);
        Assert.Contains("weather = rain", failure.Message, StringComparison.Ordinal);
        Assert.Contains("it rains", failure.Message, StringComparison.Ordinal);
        Assert.Contains("2.000000  *     Note       something to see", failure.Message, StringComparison.Ordinal);
        Assert.Contains("again 7", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ThatWaitsForWhatNeverHappens_Fails()
    {
        SimulationResult result = Simulation.TryRun(1, _ => new TaskCompletionSource().Task);

        Assert.Contains("never happens", Assert.Single(result.Violations).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ThatNeverEnds_Fails()
    {
        SimulationResult result = Simulation.TryRun(
            1,
            async world =>
            {
                while (world.Seed == 1)
                {
                    await world.Delay(TimeSpan.FromMilliseconds(1));
                }
            },
            new SimulationOptions { MaxEvents = 1000 });

        Assert.Contains("Still not over", Assert.Single(result.Violations).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAHandlerOnAnotherThread_Fails()
    {
        SimulationResult result = Simulation.TryRun(1, async world =>
        {
            BarePort port = world.Cluster.AddNode().Node.CreatePort();
            BarePort other = port.Node.CreatePort();
            using var isDone = new ManualResetEventSlim();
            port.Rcv("go", () =>
            {
                Task.Run(() =>
                {
                    port.Node.Snd(other, "gone");
                    isDone.Set();
                });
                isDone.Wait();
            });
            port.Node.Snd(port, "go");
            await world.Delay(TimeSpan.FromSeconds(1));
        });

        Assert.Contains("another thread", Assert.Single(result.Violations).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AsyncHandler_ThatWaitsByTheNodesClock_IsPartOfTheRun()
    {
        int steps = 0;

        Simulation.Run(1, async world =>
        {
            TestNode node = world.Cluster.AddNode();
            BarePort port = node.Node.CreatePort();
            port.Rcv("go", async () =>
            {
                await Task.Yield();
                await Task.Delay(TimeSpan.FromHours(1), node.TimeProvider);
                await Task.Delay(TimeSpan.FromHours(1), node.TimeProvider).ConfigureAwait(false);
                steps++;
            });
            port.Node.Snd(port, "go");
            await world.Until(() => steps > 0, TimeSpan.FromHours(3));
        });

        Assert.Equal(1, steps);
    }

    private static async Task TwoNodesAsync(SimulatedWorld world)
    {
        TestNode first = world.Cluster.AddNode();
        TestNode second = world.Cluster.AddNode();
        var port = new RecordingPort();
        PortId id = PortId.Parse(second.Node.CreatePort(port).ToString());
        for (int number = 0; number < 10; number++)
        {
            first.Node.Snd(id, "number", world.Random.Next());
        }

        await world.Until(() => port.Messages.Count == 10, TimeSpan.FromMinutes(1));
    }
}
