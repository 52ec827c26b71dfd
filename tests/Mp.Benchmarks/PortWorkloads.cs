using System.Diagnostics;
using System.Globalization;
using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks;

/// <summary>The workloads that create ports by the million.</summary>
internal static class PortWorkloads
{
    private const int Ports = 1_000_000;

    /// <summary>Dspawn: idle ports, and what each keeps of memory.</summary>
    public static async Task SpawnAsync(Arguments arguments)
    {
        await using Node node = await Node.StartAsync();
        RunSet<(double Rate, double Managed, double Resident)> set = await QuietRuns.Of(arguments).CollectAsync(
            arguments, () => Task.FromResult(Spawn(node)));
        string extra = string.Create(
            CultureInfo.InvariantCulture,
            $"managedB={Median(static it => it.Managed):0.0} rssB={Median(static it => it.Resident):0.0} {set.Note}");
        Measurement.Print("Dspawn", "ports/s", [.. set.Results.Select(static it => it.Rate)], "-", extra);

        double Median(Func<(double Rate, double Managed, double Resident), double> figure) =>
            Measurement.Median(set.Results.Select(figure));
    }

    /// <summary>Dskynet: a tree of ports, ten children each, whose leaves' numbers are added up.</summary>
    public static async Task SkynetAsync(Arguments arguments)
    {
        const long Sum = (long)Ports * (Ports - 1) / 2;
        await using Node node = await Node.StartAsync();
        var root = new SkynetRoot();
        PortId rootId = node.CreatePort(root);
        await Measurement.RateAsync("Dskynet", "leaves/s", Ports, arguments, async () =>
        {
            Task<long> done = root.Expect();
            node.Snd(node.CreatePort(new SkynetPort()), "grow", rootId, 0L, (long)Ports);
            long sum = await done;
            if (sum != Sum)
            {
                throw new InvalidOperationException($"The leaves add up to {sum}, not to {Sum}.");
            }
        });
    }

    private static (double Rate, double Managed, double Resident) Spawn(Node node)
    {
        PortId<IdlePort>[] ports = new PortId<IdlePort>[Ports];
        var before = MemoryUse.Now();
        long start = Stopwatch.GetTimestamp();
        for (int index = 0; index < ports.Length; index++)
        {
            ports[index] = node.CreatePort(new IdlePort());
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        MemoryUse kept = MemoryUse.Now() - before;
        GC.KeepAlive(ports);
        return (Ports / seconds, (double)kept.Managed / Ports, (double)kept.Resident / Ports);
    }
}
