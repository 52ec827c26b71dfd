using Microsoft.Extensions.Logging;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>Looks after a node's links at regular intervals, on the scheduler, never twice at a time.</summary>
internal sealed class Pulse : IThreadPoolWorkItem, IDisposable
{
    private readonly NodeOptions _options;
    private readonly Action _beat;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private TimeSpan _period;
    private int _isBeating;

    public Pulse(NodeOptions options, TimeSpan period, Action beat, ILogger log)
    {
        _options = options;
        _beat = beat;
        _log = log;
        _period = period;
        _timer = options.TimeProvider.CreateTimer(static pulse => ((Pulse)pulse!).Request(), this, period, period);
    }

    /// <summary>From now on, beats at least this often: somebody who is there now wants it.</summary>
    public void Hasten(TimeSpan period)
    {
        lock (_gate)
        {
            if (period < _period)
            {
                _period = period;
                _timer.Change(period, period);
            }
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        try
        {
            _beat();
        }
#pragma warning disable CA1031 // A bug. It must not end the process, nor the watch over the other links.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NodeLog.PumpFailed(_log, exception);
        }
        finally
        {
            Volatile.Write(ref _isBeating, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Request()
    {
        if (Interlocked.Exchange(ref _isBeating, 1) == 0)
        {
            _options.Scheduler.Schedule(this);
        }
    }
}
