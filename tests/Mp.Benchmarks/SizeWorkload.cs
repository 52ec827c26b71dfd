using System.Diagnostics;
using System.Globalization;
using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks;

/// <summary>
/// Fsizes: messages of one byte to a mebibyte to another process and, in turns with them, bare sockets that copy as many
/// bytes.
/// </summary>
internal static class SizeWorkload
{
    private const int MaxMessages = 1_000_000;
    private const long MaxBytes = 256L << 20;

    // Two parts are under way at a time, and have to fit into what may wait for a node.
    private const int PartMessages = 20_000;
    private const int PartBytes = 4 << 20;

    private static readonly int[] Sizes = [1, 10, 100, 1 << 10, 10 << 10, 64 << 10, 256 << 10, 1 << 20];

    public static async Task RunAsync(RemoteCaller caller, Arguments arguments)
    {
        foreach (int size in Sizes)
        {
            RunSet<(double Mp, double Socket)> set = await QuietRuns.Of(arguments).CollectAsync(
                arguments, async () => (await SendAsync(caller, size), await CopyAsync(size)));
            double[] mp = [.. set.Results.Select(static it => it.Mp)];
            double[] socket = [.. set.Results.Select(static it => it.Socket)];
            double ratio = Measurement.Median(mp) / Measurement.Median(socket);
            string config = string.Create(CultureInfo.InvariantCulture, $"bytes={size}");
            string extra = string.Create(
                CultureInfo.InvariantCulture,
                $"MBps={Measurement.Median(mp) * size / 1e6:0.###} ofSocket={ratio:0.###} {set.Note}");
            Measurement.Print("Fsizes", "msg/s", mp, "-", extra, config: config);
            Measurement.Print("Fsizes", "msg/s", socket, "-", set.Note, "socket", config);
        }
    }

    // Messages a second.
    private static async Task<double> SendAsync(RemoteCaller caller, int size)
    {
        long enough = Math.Min(MaxMessages, MaxBytes / size);
        int part = Math.Min(PartMessages, PartBytes / size);
        Measurement.Collect();
        long start = Stopwatch.GetTimestamp();
        long sent = await RemoteSending.SendAsync(
            caller, RemoteClient.Sender(caller, new byte[size]), part, sent => sent >= enough);
        return sent / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // Likewise, were the bytes alone the messages.
    private static async Task<double> CopyAsync(int size)
    {
        long start = Stopwatch.GetTimestamp();
        await SocketBaseline.CopyAsync(MaxBytes, Math.Max(size, SocketBaseline.WriteBytes));
        return MaxBytes / (double)size / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
