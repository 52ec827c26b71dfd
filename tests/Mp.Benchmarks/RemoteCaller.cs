using System.Collections.Concurrent;

namespace Mp.Benchmarks;

/// <summary>The port of the client process that answers come to.</summary>
internal sealed partial class RemoteCaller(PortId server) : Port
{
    private readonly ConcurrentQueue<TaskCompletionSource<long>> _totals = new();
    private TaskCompletionSource? _finished;
    private long _start;
    private int _next;
    private int _unserved;

    /// <summary>The port that it asks.</summary>
    public PortId Server => server;

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

    /// <summary>Plays ping-pong with the server. With several balls, how long each takes is not known.</summary>
    public Task PlayAsync(int roundTrips, int balls = 1)
    {
        RoundTrips = new long[roundTrips];
        _next = 0;
        _finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _unserved = roundTrips;
        Task finished = _finished.Task;
        for (int ball = 0; ball < balls; ball++)
        {
            Snd(Self, "serve");
        }

        return finished;
    }

    [Rcv("serve")]
    private void Serve()
    {
        if (--_unserved < 0)
        {
            return;
        }

        _start = System.Diagnostics.Stopwatch.GetTimestamp();
        Snd(server, "ping", Self);
    }

    [Rcv("pong")]
    private void Pong()
    {
        RoundTrips[_next++] = System.Diagnostics.Stopwatch.GetTimestamp() - _start;
        if (_next == RoundTrips.Length)
        {
            _finished!.SetResult();
        }

        Serve();
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
