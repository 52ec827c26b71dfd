using System.Threading.Channels;

namespace Mp.Benchmarks;

/// <summary>What the platform itself does with the workloads: channels for ports, bare sockets for links.</summary>
internal static class Baseline
{
    private const int Messages = 5_000_000;
    private const int RoundTrips = 500_000;

    public static async Task RunAsync(Arguments arguments)
    {
        string[] all = ["A", "B", "F1", "Frtt"];
        foreach (string workload in arguments.Workloads.DefaultIfEmpty("").SelectMany(it => it.Length > 0 ? [it] : all))
        {
            await (workload switch
            {
                "A" => OneWayAsync(arguments),
                "B" => BackAndForthAsync(arguments),
                "F1" => SocketBaseline.OneWayAsync(arguments),
                "Frtt" => SocketBaseline.RoundTripsAsync(arguments),
                _ => throw new ArgumentException($"There is no baseline for '{workload}'."),
            });
        }
    }

    private static Channel<object> Create() => Channel.CreateUnbounded<object>(new() { SingleReader = true });

    // A: a thread writes boxed numbers, 24 bytes each, and a task reads and adds them up.
    private static Task OneWayAsync(Arguments arguments) =>
        Measurement.RateAsync("A", "msg/s", Messages, arguments, async () =>
        {
            Channel<object> channel = Create();
            var thread = new Thread(() =>
            {
                for (int sent = 0; sent < Messages; sent++)
                {
                    channel.Writer.TryWrite(1L);
                }

                channel.Writer.Complete();
            });
            thread.Start();
            long sum = 0;
            await foreach (object one in channel.Reader.ReadAllAsync())
            {
                sum += (long)one;
            }

            thread.Join();
            Check(sum, Messages);
        }, "channel");

    // B: two tasks and two channels, one message at a time.
    private static Task BackAndForthAsync(Arguments arguments) =>
        Measurement.RateAsync("B", "msg/s", 2L * RoundTrips, arguments, async () =>
        {
            Channel<object> there = Create();
            Channel<object> back = Create();
            Task<long> far = PassOnAsync(there.Reader, back.Writer);
            there.Writer.TryWrite(1L);
            long passed = 0;
            await foreach (object one in back.Reader.ReadAllAsync())
            {
                passed++;
                if (passed == RoundTrips)
                {
                    there.Writer.Complete();
                    break;
                }

                there.Writer.TryWrite(one);
            }

            Check(await far, RoundTrips);
        }, "channel");

    private static async Task<long> PassOnAsync(ChannelReader<object> reader, ChannelWriter<object> writer)
    {
        long passed = 0;
        await foreach (object one in reader.ReadAllAsync())
        {
            passed++;
            writer.TryWrite(one);
        }

        return passed;
    }

    private static void Check(long counted, long expected)
    {
        if (counted != expected)
        {
            throw new InvalidOperationException($"{counted} of {expected} arrived.");
        }
    }
}
