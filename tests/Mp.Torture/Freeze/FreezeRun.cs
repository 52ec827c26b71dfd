using System.Globalization;
using Mp.Torture.Processes;

namespace Mp.Torture.Freeze;

/// <summary>Stops processes, and measures how long it takes to notice: by default, and with fast heartbeats.</summary>
internal static class FreezeRun
{
    private const long DefaultPeers = 8;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    // What is promised, and as much again for a busy machine to get round to it.
    private const int Leeway = 2;

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--peers", "--seed");
        int peers = (int)arguments.Number("--peers", DefaultPeers);
        var random = new Random(arguments.Seed);
        var slow = new NodeOptions();
        FreezeResult usual = await MeasureAsync(slow, peers, random);
        FreezeResult fast = await MeasureAsync(slow.WithFastHeartbeats(), peers, random);
        string[] findings = [.. usual.Findings(Leeway), .. fast.Findings(Leeway)];
        foreach (string finding in findings)
        {
            await output.WriteLineAsync($"FINDING {finding}");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"freeze: {peers} processes stopped; {usual}; with fast heartbeats {fast}; {findings.Length} findings"));
        return findings.Length == 0 ? 0 : 1;
    }

    private static async Task<FreezeResult> MeasureAsync(NodeOptions options, int count, Random random)
    {
        string secret = NodeProcess.NewSecret();
        var stopped = new List<StalledPeer>();
        await using Node node = await Node.StartAsync(options with { Secret = Secret.FromText(secret) });
        await node.BecomePublicAsync("127.0.0.1:0");
        using StalledPeer other = await StalledPeer.StartAsync(node, secret);
        try
        {
            for (; count > 0; count--)
            {
                stopped.Add(await StalledPeer.StartAsync(node, secret));
            }

            // Each at another moment between two signs of life.
            foreach (StalledPeer peer in stopped)
            {
                await Task.Delay(options.HeartbeatInterval * random.NextDouble() / 2);
                peer.Stop();
            }

            TimeSpan bound = options.HeartbeatTimeout + options.HeartbeatInterval;
            for (TimeSpan waited = default; waited < Leeway * bound; waited += Tick)
            {
                await Task.Delay(Tick);
                if (stopped.TrueForAll(static peer => peer.Noticed is not null))
                {
                    break;
                }
            }

            stopped.ForEach(static peer => peer.Continue());
            await Task.WhenAll(stopped.Append(other).Select(peer => Echo.AskAsync(node, peer.Port)));
            return new FreezeResult(
                bound,
                [.. stopped.Select(static peer => peer.Noticed)],
                stopped.Sum(static peer => peer.Count) - stopped.Count(static peer => peer.Count > 0) + other.Count);
        }
        finally
        {
            stopped.ForEach(static peer => peer.Dispose());
        }
    }
}
