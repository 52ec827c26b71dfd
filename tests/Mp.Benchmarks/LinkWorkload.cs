using System.Diagnostics;
using System.Globalization;
using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks;

/// <summary>
/// Flinks: many nodes, all of this process, send to one in another, each over its own link and to a port of its own.
/// </summary>
internal static class LinkWorkload
{
    // Of all links together.
    private const int PartMessages = 20_000;
    private const int LeastPartMessages = 500;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.5);
    private static readonly int[] Links = [1, 10, 100];

    public static async Task RunAsync(Arguments arguments)
    {
        foreach (int links in Links)
        {
            await using ServerProcess server = await ServerProcess.StartAsync();
            await using RemoteLinks clients = await RemoteLinks.OpenAsync(server.Port, links);
            int part = Math.Max(PartMessages / links, LeastPartMessages);
            RunSet<(double Rate, double Fairness)> set = await QuietRuns.Of(arguments).CollectAsync(
                arguments, () => SendAsync(clients.Callers, part));
            string extra = string.Create(
                CultureInfo.InvariantCulture,
                $"leastOfMost={Measurement.Median(set.Results.Select(static it => it.Fairness)):0.###} {set.Note}");
            string config = string.Create(CultureInfo.InvariantCulture, $"links={links}");
            Measurement.Print(
                "Flinks", "msg/s", [.. set.Results.Select(static it => it.Rate)], "-", extra, config: config);
        }
    }

    // Messages a second of all links, and the messages of the slowest one for each of the fastest one's.
    private static async Task<(double Rate, double Fairness)> SendAsync(IReadOnlyList<RemoteCaller> callers, int part)
    {
        Measurement.Collect();
        long start = Stopwatch.GetTimestamp();
        long[] counts = await Task.WhenAll(callers.Select(caller => Task.Run(() => RemoteSending.SendAsync(
            caller, RemoteClient.Sender(caller), part, _ => Stopwatch.GetElapsedTime(start) >= Duration))));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (counts.Sum() / seconds, (double)counts.Min() / counts.Max());
    }
}
