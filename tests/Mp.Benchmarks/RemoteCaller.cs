using System.Collections.Concurrent;

namespace Mp.Benchmarks;

/// <summary>The port of the client process that answers come to.</summary>
internal sealed partial class RemoteCaller(PortId server) : Port
{
    private readonly ConcurrentQueue<TaskCompletionSource<long>> _totals = new();
    private TaskCompletionSource? _finished;
    private long _start;
    private int _next;

    /// <summary>How long each round trip took, in timestamp ticks.</summary>
    public long[] RoundTrips { get; private set; } = [];

    /// <summary>Asks the server how much it has counted since it was asked last.</summary>
    public Task<long> TotalAsync()
    {
        var total = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _totals.Enqueue(total);
        Snd(server, "total", Self);
        return total.Task;
    }

    /// <summary>Plays ping-pong with the server.</summary>
    public Task PlayAsync(int roundTrips)
    {
        RoundTrips = new long[roundTrips];
        _next = 0;
        _finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Snd(Self, "serve");
        return _finished.Task;
    }

    [Rcv("serve")]
    private void Serve()
    {
        _start = System.Diagnostics.Stopwatch.GetTimestamp();
        Snd(server, "ping", Self);
    }

    [Rcv("pong")]
    private void Pong()
    {
        RoundTrips[_next++] = System.Diagnostics.Stopwatch.GetTimestamp() - _start;
        if (_next < RoundTrips.Length)
        {
            Serve();
        }
        else
        {
            _finished!.SetResult();
        }
    }

    [Rcv("total")]
    private void OnTotal(long count)
    {
        if (_totals.TryDequeue(out TaskCompletionSource<long>? total))
        {
            total.SetResult(count);
        }
    }
}
