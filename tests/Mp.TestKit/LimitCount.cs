using System.Diagnostics.Metrics;

namespace Mp.TestKit;

/// <summary>How often a limit was reached, in this whole process, since this object was made.</summary>
public sealed class LimitCount : IDisposable
{
    private const string Instrument = "mp.limits.reached";

    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    /// <param name="limit">The option that sets the limit.</param>
    public LimitCount(string limit)
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == Instrument)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags.ToArray().Any(tag => limit.Equals(tag.Value)))
            {
                Interlocked.Increment(ref _count);
                _first.TrySetResult();
            }
        });
        _listener.Start();
    }

    /// <summary>How often so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Completes when it is reached for the first time.</summary>
    public Task First => _first.Task.Bounded();

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
