using System.Globalization;

namespace Mp.Benchmarks;

/// <summary>The workloads of the benchmark contract that run in one process.</summary>
internal static class Contract
{
    public static async Task RunAsync(Arguments arguments)
    {
        foreach (string workload in arguments.Workloads)
        {
            await (workload switch
            {
                "A" => OneToOneAsync("A", 1, arguments),
                "B" => RingsAsync("B", "msg/s", 1, 2, 2_000_000, arguments),
                "B64" => RingsAsync("B64", "msg/s", 64, 2, 31_250, arguments),
                "Cin" => OneToOneAsync("Cin", 2, arguments),
                "Cout" => FanOutAsync("Cout", 1_000, arguments),
                "Cports" => OfEachAsync([1, 10, 100, 1_000, 10_000, 100_000], ports =>
                    FanOutAsync(workload, ports, arguments, Config("ports", ports))),
                "Dspawn" => PortWorkloads.SpawnAsync(arguments),
                "Dskynet" => PortWorkloads.SkynetAsync(arguments),
                "E" => RingsAsync("E", "hops/s", 1, 1_000, 1_000_000, arguments),
                "I" => StartWorkload.RunAsync(arguments),
                "G1" => TagsAsync(workload, 1, arguments),
                "G50" => TagsAsync(workload, 50, arguments),
                "G1000" => TagsAsync(workload, 1_000, arguments),
                "Gtags" => OfEachAsync([1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000], tags =>
                    TagsAsync(workload, tags, arguments, Config("tags", tags))),
                "Flinks" => LinkWorkload.RunAsync(arguments),
                "Mports" => MemoryWorkloads.PortsAsync(),
                "Mlinks" => MemoryWorkloads.LinksAsync(),
                "Mmonitors" => MemoryWorkloads.MonitorsAsync(),
                _ when workload.StartsWith('F') => RemoteClient.RunWithServerAsync(workload, arguments),
                _ => throw new ArgumentException($"There is no workload '{workload}' here yet."),
            });
        }
    }

    private static async Task OfEachAsync(IEnumerable<int> numbers, Func<int, Task> run)
    {
        foreach (int number in numbers)
        {
            await run(number);
        }
    }

    private static string Config(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}={number}");

    private static async Task OneToOneAsync(string workload, int senders, Arguments arguments)
    {
        const long Messages = 5_000_000;
        await using Node node = await Node.StartAsync();
        var counter = new Counter();
        PortId id = node.CreatePort(counter);
        await Measurement.RateAsync(workload, "msg/s", Messages, arguments, async () =>
        {
            Task done = counter.Expect(Messages);
            Thread[] threads = new Thread[senders];
            for (int index = 0; index < senders; index++)
            {
                threads[index] = new Thread(() => Send(Messages / senders));
            }

            Array.ForEach(threads, static thread => thread.Start());
            await done;
            Array.ForEach(threads, static thread => thread.Join());
        });

        void Send(long count)
        {
            for (long sent = 0; sent < count; sent++)
            {
                node.Snd(id, "inc", 1);
            }
        }
    }

    private static async Task TagsAsync(
        string workload,
        int tags,
        Arguments arguments,
        string config = "default")
    {
        const int Messages = 5_000_000;
        const int Draws = 1 << 16;
        await using Node node = await Node.StartAsync();
        TagCounter counter = TagPorts.Create(tags);
        PortId id = node.CreatePort(counter);
        string[] names = TagPorts.Names(tags);
        var random = new Random(1);
        string[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => names[random.Next(tags)])];
        await Measurement.RateAsync(workload, "msg/s", Messages, arguments, async () =>
        {
            Task done = counter.Expect(Messages);
            var thread = new Thread(() =>
            {
                for (int sent = 0; sent < Messages; sent++)
                {
                    node.Snd(id, drawn[sent % Draws], 1);
                }
            });
            thread.Start();
            await done;
            thread.Join();
        }, config: config);
    }

    private static async Task FanOutAsync(
        string workload,
        int ports,
        Arguments arguments,
        string config = "default")
    {
        const int Messages = 5_000_000;
        int messagesPerPort = Messages / ports;
        await using Node node = await Node.StartAsync();
        Counter[] counters = [.. Enumerable.Range(0, ports).Select(static _ => new Counter())];
        PortId[] ids = [.. counters.Select(counter => (PortId)node.CreatePort(counter))];
        await Measurement.RateAsync(workload, "msg/s", Messages, arguments, async () =>
        {
            Task done = Task.WhenAll([.. counters.Select(counter => counter.Expect(messagesPerPort))]);
            for (int round = 0; round < messagesPerPort; round++)
            {
                foreach (PortId id in ids)
                {
                    node.Snd(id, "inc", 1);
                }
            }

            await done;
        }, config: config);
    }

    private static async Task RingsAsync(
        string workload,
        string unit,
        int rings,
        int ports,
        long hops,
        Arguments arguments)
    {
        await using Node node = await Node.StartAsync();
        Ball[][] all = [.. Enumerable.Range(0, rings).Select(_ => Ring(node, ports))];
        await Measurement.RateAsync(workload, unit, rings * hops, arguments, () =>
        {
            Task done = Task.WhenAll([.. all.Select(ring => Task.WhenAny(ring.Select(static port => port.Expect())))]);
            foreach (Ball[] ring in all)
            {
                node.Snd(ring[0].Self, "ball", hops);
            }

            return done;
        });
    }

    private static Ball[] Ring(Node node, int ports)
    {
        Ball[] ring = [.. Enumerable.Range(0, ports).Select(static _ => new Ball())];
        PortId[] ids = [.. ring.Select(port => (PortId)node.CreatePort(port))];
        for (int index = 0; index < ports; index++)
        {
            ring[index].Next = ids[(index + 1) % ports];
        }

        return ring;
    }
}
