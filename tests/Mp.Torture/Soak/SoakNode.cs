using System.Globalization;
using System.Text.Json;
using Mp.Torture.Cuts;

namespace Mp.Torture.Soak;

/// <summary>One of the two processes: it does what it reads, line by line, and answers each with a line.</summary>
internal static class SoakNode
{
    /// <summary>The verb of the process.</summary>
    public const string Verb = "soak-node";

    /// <summary>Has it begin with another one: followed by that one's ID, and a seed.</summary>
    public const string Meet = "meet";

    /// <summary>Has it wait until the other one answers.</summary>
    public const string Reach = "reach";

    /// <summary>Asks how many bytes of its heap are in use, and are taken of the system, and how many messages it has sent.</summary>
    public const string Ask = "ask";

    /// <summary>Has it stop, and wait for what is still to be told.</summary>
    public const string Stop = "stop";

    /// <summary>Asks for its report, once both have stopped.</summary>
    public const string Report = "report";

    /// <summary>Serves until its input ends. The first line that it writes is its ID.</summary>
    public static async Task<int> RunAsync(string nodeId, string bind)
    {
        await using Node node = await Node.StartAsync(
            new NodeOptions { NodeId = nodeId, Scheduler = new InlineCallbacks() });
        for (int lane = 0; lane < Traffic.Lanes; lane++)
        {
            node.Register(Traffic.LaneName(lane), node.CreatePort(new CargoReceiver()));
        }

        await node.BecomePublicAsync(bind);
        Console.WriteLine(node.Id);
        Traffic? traffic = null;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case [Meet, var peer, var seed]:
                    traffic = new Traffic(node, peer, int.Parse(seed, CultureInfo.InvariantCulture));
                    Console.WriteLine(Meet);
                    break;
                case [Ask]:
                    Console.WriteLine($"{Reachable()} {GC.GetGCMemoryInfo().TotalCommittedBytes} {traffic!.Sent}");
                    break;
                case [Reach]:
                    await traffic!.ReachAsync();
                    Console.WriteLine(Reach);
                    break;
                case [Stop]:
                    await traffic!.StopAsync();
                    Console.WriteLine(Stop);
                    break;
                case [Report]:
                    Console.WriteLine(JsonSerializer.Serialize(await traffic!.ReportAsync()));
                    break;
                default:
                    throw new InvalidOperationException($"'{line}' was not understood.");
            }
        }

        return 0;
    }

    // What is kept is to be seen, and not what the collector holds in reserve: it takes and returns that by regions of
    // 4 MiB, and one more in the last minutes looks like a leak of several MiB an hour.
    private static long Reachable()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
