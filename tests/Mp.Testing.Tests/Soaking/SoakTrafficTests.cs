using Mp.TestKit;
using Mp.Torture.Cuts;
using Mp.Torture.Soak;

namespace Mp.Testing.Tests.Soaking;

/// <summary>Whoever receives or watches something in a soak sees what is not as promised.</summary>
public sealed class SoakTrafficTests
{
    private readonly Complaints _complaints = new();

    [Fact]
    public async Task CargoThatIsRight_IsFine()
    {
        Arrivals arrivals = await ReceiveAsync(static (node, port) =>
        {
            for (long number = 0; number < 5_000; number += 3)
            {
                node.Snd(port, "number", number, 0L);
                node.Snd(port, "text", number, 1L, Cargo.Text(1));
                node.Snd(port, "bytes", number, 2L, Cargo.Bytes(2));
                node.Snd(port, "mixed", number, 3L, 3 / 8.0, false, Cargo.Values(3), Cargo.Map(3));
            }
        });

        Assert.Empty(arrivals.Disorders);
        Assert.Empty(arrivals.Holes);
    }

    [Fact]
    public async Task CargoOfAnotherMessage_IsFound() => Assert.Equal(
        ["message 0 of generation 0 carried something else", "message 1 of generation 0 carried something else"],
        (await ReceiveAsync(static (node, port) =>
        {
            node.Snd(port, "text", 0L, 0L, "x");
            node.Snd(port, "bytes", 0L, 1L, Cargo.Bytes(3));
        })).Disorders);

    [Fact]
    public async Task MessageThatComesTwice_AndOneThatIsMissing_AreFound()
    {
        Arrivals arrivals = await ReceiveAsync(static (node, port) =>
        {
            node.Snd(port, "number", 0L, 0L);
            node.Snd(port, "number", 0L, 0L);
            node.Snd(port, "text", 0L, 2L, Cargo.Text(2));
        });

        Assert.Equal(["message 0 of generation 0 came twice, or after 0 of 0"], arrivals.Disorders);
        Assert.Equal([(1L, 2L)], arrivals.Holes.Select(static hole => (hole.Missing, hole.Arrived)));
    }

    [Fact]
    public async Task RoundWithAPortThatSaysEverything_IsFine() =>
        Assert.Empty(await PlayRoundAsync(static (node, listener, number) => node.Snd(listener, "word", number)));

    [Fact]
    public async Task LastWordThatIsMissing_IsFound() => Assert.EndsWith(
        "was told of a death, and had heard 2 of 3 words",
        Assert.Single(await PlayRoundAsync(static (node, listener, number) =>
        {
            if (number < 2)
            {
                node.Snd(listener, "word", number);
            }
        })),
        StringComparison.Ordinal);

    [Fact]
    public async Task ReasonThatNobodyGave_IsFound() => Assert.All(
        await PlayRoundAsync(static (_, _, _) => throw new InvalidOperationException("no")),
        static text => Assert.Contains("fired with a reason that nobody gave: die", text, StringComparison.Ordinal));

    [Fact]
    public void MonitorThatFiresAgain_IsFound()
    {
        var monitor = new BriefMonitor(_complaints, TimeProvider.System);
        monitor.Fire(Reason.Normal);
        Assert.Empty(_complaints.Texts);

        monitor.Fire(Reason.Normal);

        Assert.Equal(["a monitor fired again: normal"], _complaints.Texts);
    }

    [Fact]
    public void MonitorThatFiresAfterItWasWithdrawn_IsFound()
    {
        var clock = new ManualTimeProvider();
        clock.Advance(TimeSpan.FromSeconds(1));
        var monitor = new BriefMonitor(_complaints, clock);
        monitor.Begin(new CancellationTokenSource());
        monitor.End();
        clock.Advance(TimeSpan.FromSeconds(2));

        monitor.Fire(Reason.Normal);

        Assert.Equal(["a monitor fired after it was withdrawn: normal"], _complaints.Texts);
    }

    private static async Task<Arrivals> ReceiveAsync(Action<Node, PortId> send)
    {
        await using Node node = await Node.StartAsync(new NodeOptions { SerializeLocal = true });
        PortId port = node.CreatePort(new CargoReceiver());
        send(node, port);
        return await new NumberSender(node, port).AskForArrivalsAsync();
    }

    private async Task<IReadOnlyList<string>> PlayRoundAsync(Action<Node, PortId, long> answer)
    {
        await using Node node = await Node.StartAsync();
        node.RegisterSpawn(Mortal.SpawnName, request =>
            new AnsweringPort(number => answer(node, (PortId)request.Arguments[0]!, number)));
        var round = new Round(node.Port, words: 3, new LinkLosses(node, node.Port), _complaints);
        node.Snd(node.CreatePort(round), "begin");
        await round.Over.Bounded();
        return _complaints.Texts;
    }

    private sealed class AnsweringPort : Port
    {
        public AnsweringPort(Action<long> answer) => Rcv("word", answer);
    }
}
