using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mp.Benchmarks;

/// <summary>Two threads of this process that exchange bytes over loopback, and nothing else.</summary>
internal static class SocketBaseline
{
    // A message of F1 takes 20 bytes or so, with its length in front.
    private const int FrameBytes = 24;
    private const long Bytes = 1L << 30;
    private const int Samples = 20_000;

    /// <summary>How many bytes are written at once.</summary>
    public const int WriteBytes = 64 * 1024;

    /// <summary>F1: bytes one way, in large writes.</summary>
    public static Task OneWayAsync(Arguments arguments) =>
        Measurement.RateAsync(
            "F1", "msg/s", Bytes / FrameBytes, arguments, static () => CopyAsync(Bytes, WriteBytes), "socket");

    /// <summary>Copies so many bytes, or a few more, in writes of the same length.</summary>
    public static async Task CopyAsync(long bytes, int writeBytes)
    {
        (Socket near, Socket far) = await ConnectAsync();
        using Socket sender = near;
        using Socket receiver = far;
        var thread = new Thread(() =>
        {
            byte[] written = new byte[writeBytes];
            for (long sent = 0; sent < bytes; sent += written.Length)
            {
                sender.Send(written);
            }

            sender.Shutdown(SocketShutdown.Send);
        });
        thread.Start();
        byte[] read = new byte[writeBytes];
        while (await receiver.ReceiveAsync(read.AsMemory()) > 0)
        {
        }

        thread.Join();
    }

    /// <summary>Frtt: one byte there, and one back, asynchronously.</summary>
    public static async Task RoundTripsAsync(Arguments arguments)
    {
        (Socket near, Socket far) = await ConnectAsync();
        using Socket asking = near;
        using Socket answering = far;
        Task answers = AnswerAsync(answering);
        await RoundTripTimes.MeasureAsync("Frtt", arguments, () => PlayAsync(asking), "socket");
        asking.Shutdown(SocketShutdown.Send);
        await answers;
    }

    private static async Task<long[]> PlayAsync(Socket socket)
    {
        long[] ticks = new long[Samples];
        byte[] one = new byte[1];
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            await socket.SendAsync(one.AsMemory());
            _ = await socket.ReceiveAsync(one.AsMemory());
            ticks[sample] = Stopwatch.GetTimestamp() - start;
        }

        return ticks;
    }

    private static async Task AnswerAsync(Socket socket)
    {
        byte[] one = new byte[1];
        while (await socket.ReceiveAsync(one.AsMemory()) > 0)
        {
            await socket.SendAsync(one.AsMemory());
        }
    }

    private static async Task<(Socket Near, Socket Far)> ConnectAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var near = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Task<Socket> accepted = listener.AcceptSocketAsync();
        await near.ConnectAsync(listener.LocalEndpoint);
        Socket far = await accepted;
        far.NoDelay = true;
        return (near, far);
    }
}
