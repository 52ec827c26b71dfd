using System.Globalization;
using Mp.TestKit;
using Mp.Torture.Processes;

namespace Mp.Torture.Cuts;

/// <summary>
/// Sends numbered messages to another process over connections that are cut while they are busy, and judges what arrived:
/// once something is lost, nothing later arrives before the monitor has fired.
/// </summary>
internal static class CutsRun
{
    /// <summary>The verb of the process at the other end.</summary>
    public const string ReceiverVerb = "cuts-receiver";

    private const long DefaultMessages = 1_000_000;
    private const long DefaultCuts = 100;

    // A cut is to come while messages are on their way: after fewer bytes than all of a stretch surely take.
    private const int LeastMessageBytes = 20;

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--messages", "--cuts", "--seed");
        long messages = arguments.Number("--messages", DefaultMessages);
        long cuts = arguments.Number("--cuts", DefaultCuts, least: 0);
        var random = new Random(arguments.Seed);

        string secret = NodeProcess.NewSecret();
        using NodeProcess receiver = await NodeProcess.StartAsync(ReceiverVerb, secret);
        using var proxy = new ResettingProxy(receiver.EndPoint);
        await using Node node = await Node.StartAsync(new NodeOptions
        {
            Secret = Secret.FromText(secret),
            Transport = new RedirectedTransport(proxy.EndPoints[0]),
            Scheduler = new InlineCallbacks(),
        });
        await node.BecomePublicAsync("127.0.0.1:0");
        var sender = new NumberSender(node, receiver.PortNamed(NumberReceiver.PortName));
        long sent = 0;
        for (long stretch = 0; stretch <= cuts; stretch++)
        {
            // The last stretch is not cut: it shows that all is well again.
            await sender.ConnectAsync();
            long count = (messages * (stretch + 1) / (cuts + 1)) - sent;
            Task cut = stretch < cuts
                ? proxy.CutAfter(random.NextInt64(1, (count * LeastMessageBytes) + 1))
                : Task.CompletedTask;
            for (; count > 0; count--, sent++)
            {
                await sender.SendAsync();
            }

            await cut.Bounded();
        }

        Arrivals arrivals = await sender.AskForArrivalsAsync();
        IReadOnlyList<string> findings = Judge.Of(sender.Generations, arrivals);
        foreach (string finding in findings)
        {
            await output.WriteLineAsync($"FINDING {finding}");
        }

        long arrived = arrivals.Generations.Sum(static generation => generation.Count);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"cuts seed {arguments.Seed}: {sent:N0} messages, {cuts:N0} cuts of {proxy.Connections:N0} connections; "
            + $"{arrived:N0} arrived, {sent - arrived:N0} were lost, {sender.Fired:N0} monitors fired, "
            + $"{arrivals.Holes.Count:N0} gaps; {findings.Count:N0} findings"));
        return findings.Count == 0 ? 0 : 1;
    }
}
