using System.Globalization;

namespace Mp.Benchmarks;

/// <summary>
/// Mports, Mlinks, Mmonitors: the bytes that each of many idle things keeps. One run each: no clock is involved.
/// </summary>
internal static class MemoryWorkloads
{
    // As many port IDs as fit into a message with room to spare.
    private const int PortsPerMessage = 10_000;

    private static readonly int[] Ports = [1_000, 10_000, 100_000, 1_000_000];
    private static readonly int[] Links = [10, 100, 1_000];
    private static readonly int[] Monitors = [1_000, 10_000, 100_000];

    // A call watches the port called, and a link has a limit of 100,000 monitors.
    private static readonly int[] RemoteMonitors = [1_000, 10_000, 90_000];

    /// <summary>Mports: ports that nobody has sent a message to.</summary>
    public static async Task PortsAsync()
    {
        await using Node node = await Node.StartAsync();
        _ = node.CreatePort(new IdlePort());
        foreach (int count in Ports)
        {
            PortId<IdlePort>[] ports = new PortId<IdlePort>[count];
            MemoryUse before = MemoryUse.Now();
            for (int index = 0; index < count; index++)
            {
                ports[index] = node.CreatePort(new IdlePort());
            }

            Print("Mports", "ports", count, MemoryUse.Now() - before);
            GC.KeepAlive(ports);
        }
    }

    /// <summary>Mlinks: links that have carried a question and an answer, at the node that was connected to.</summary>
    public static async Task LinksAsync()
    {
        foreach (int count in Links)
        {
            await using ServerProcess server = await ServerProcess.StartAsync();
            await using RemoteLinks first = await RemoteLinks.OpenAsync(server.Port, 1);
            await using var others = new RemoteLinks();
            await others.AddNodesAsync(count);

            MemoryUse here = MemoryUse.Now();
            MemoryUse there = await first.ServerMemoryAsync();
            await others.ConnectAsync(server.Port);
            MemoryUse used = await first.ServerMemoryAsync() - there;
            Print("Mlinks.accepted", "links", count, used, isNewProcess: true);
            Print("Mlinks.dialled", "links", count, MemoryUse.Now() - here);
        }
    }

    /// <summary>Mmonitors: monitors, each of a port of its own, of this process and of another one.</summary>
    public static async Task MonitorsAsync()
    {
        await using Node node = await Node.StartAsync();
        foreach (int count in Monitors)
        {
            PortId[] ports = [.. Enumerable.Range(0, count).Select(_ => (PortId)node.CreatePort(new IdlePort()))];
            MemoryUse before = MemoryUse.Now();
            IDisposable[] monitors = Watch(node, ports);
            Print("Mmonitors.local", "monitors", count, MemoryUse.Now() - before);
            GC.KeepAlive(monitors);
        }

        foreach (int count in RemoteMonitors)
        {
            await RemoteMonitorsAsync(count);
        }
    }

    private static async Task RemoteMonitorsAsync(int count)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        await using RemoteLinks links = await RemoteLinks.OpenAsync(server.Port, 1);
        List<PortId> ports = [];
        while (ports.Count < count)
        {
            ports.AddRange(await links.CreateAsync(Math.Min(PortsPerMessage, count - ports.Count)));
        }

        MemoryUse here = MemoryUse.Now();
        MemoryUse there = await links.ServerMemoryAsync();
        IDisposable[] monitors = Watch(links.Callers[0].Node, ports);
        MemoryUse used = await links.ServerMemoryAsync() - there;
        Print("Mmonitors.watched", "monitors", count, used, isNewProcess: true);
        Print("Mmonitors.watching", "monitors", count, MemoryUse.Now() - here);
        GC.KeepAlive(monitors);
    }

    private static IDisposable[] Watch(Node node, IReadOnlyList<PortId> ports)
    {
        var monitors = new IDisposable[ports.Count];
        for (int index = 0; index < monitors.Length; index++)
        {
            monitors[index] = node.Mon(ports[index], static _ => { });
        }

        return monitors;
    }

    // What is resident is told of a process that has done nothing else before: others have memory left over.
    private static void Print(string workload, string what, int count, MemoryUse used, bool isNewProcess = false)
    {
        string config = string.Create(CultureInfo.InvariantCulture, $"{what}={count}");
        string extra = isNewProcess
            ? string.Create(CultureInfo.InvariantCulture, $"rssB={(double)used.Resident / count:0.#}")
            : "";
        Measurement.Print(workload, "B", [(double)used.Managed / count], "-", extra, config: config);
    }
}
