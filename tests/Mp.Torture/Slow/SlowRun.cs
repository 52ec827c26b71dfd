using System.Diagnostics;
using System.Globalization;
using Mp.Torture.Processes;

namespace Mp.Torture.Slow;

/// <summary>
/// Offers 20 MB a second to processes that are stopped, and watches what that costs this one, and a process that is not.
/// </summary>
internal static class SlowRun
{
    private const long DefaultSeconds = 20;

    // So long until a peer that stands still must have been noticed.
    private const long LeastSeconds = 15;
    private const int MessageBytes = 16 * 1024;
    private const int BytesPerTick = 200_000;
    private const int TicksPerSample = 20;
    private const long MaxGrowthBytes = 32L * 1024 * 1024;
    private const double LeastShare = 0.8;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan BaselineTime = TimeSpan.FromSeconds(3);

    // Ten seconds are promised; a busy machine may take longer to get round to it.
    private static readonly TimeSpan MaxDetection = TimeSpan.FromSeconds(15);

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--seconds", "--stalled");
        TimeSpan time = TimeSpan.FromSeconds(arguments.Number("--seconds", DefaultSeconds, LeastSeconds));
        long count = arguments.Number("--stalled", 1);
        string secret = NodeProcess.NewSecret();
        using NodeProcess healthy = await NodeProcess.StartAsync(SinkPort.Verb, secret);
        var stalled = new List<StalledPeer>();
        try
        {
            await using Node node = await Node.StartAsync(new NodeOptions { Secret = Secret.FromText(secret) });
            await node.BecomePublicAsync("127.0.0.1:0");
            for (; count > 0; count--)
            {
                stalled.Add(await StalledPeer.StartAsync(node, secret));
            }

            PortId echo = healthy.PortNamed(SinkPort.PortName);
            double before = await Echo.RateAsync(node, echo, BaselineTime);
            stalled.ForEach(static peer => peer.Stop());
            long memory = GC.GetTotalMemory(forceFullCollection: true);
            Task<long> offering = Task.Run(() => OfferAsync(node, stalled, time));
            double during = await Echo.RateAsync(node, echo, time);
            long growth = await offering - memory;

            string[] findings = [.. FindingsOf(stalled, growth, during / before)];
            foreach (string finding in findings)
            {
                await output.WriteLineAsync($"FINDING {finding}");
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"slow: {stalled.Count} stalled for {time.TotalSeconds:0} s at 20 MB/s each; noticed after "
                + $"{stalled.Max(static peer => peer.Noticed?.TotalSeconds):0.0} s at the latest, it held "
                + $"{ResidentMemory.Text(growth)} for them at the most, another peer kept {during / before:P0} of its "
                + $"{before:N0} answers a second; {findings.Length} findings"));
            return findings.Length == 0 ? 0 : 1;
        }
        finally
        {
            stalled.ForEach(static peer => peer.Dispose());
        }
    }

    // Returns how much memory was held at the most, garbage not counted: when that is collected depends on the machine.
    private static async Task<long> OfferAsync(Node node, List<StalledPeer> peers, TimeSpan time)
    {
        byte[] data = new byte[MessageBytes];
        using var timer = new PeriodicTimer(Tick);
        long most = 0;
        long ticks = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time && await timer.WaitForNextTickAsync())
        {
            foreach (StalledPeer peer in peers)
            {
                for (int bytes = 0; bytes < BytesPerTick; bytes += MessageBytes)
                {
                    node.Snd(peer.Port, "data", data);
                }
            }

            if (++ticks % TicksPerSample == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return most;
    }

    private static IEnumerable<string> FindingsOf(List<StalledPeer> peers, long growth, double share)
    {
        if (growth > MaxGrowthBytes * peers.Count)
        {
            yield return $"{ResidentMemory.Text(growth)} were held for them";
        }

        if (share < LeastShare)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"another peer kept only {share:P0} of its answers");
        }

        foreach (StalledPeer peer in peers.Where(static peer => !(peer.Noticed < MaxDetection)))
        {
            yield return $"{peer.Port} was not noticed to be stalled in time";
        }
    }
}
