using Mp.TestKit;

namespace Mp.Integration.Tests.Support;

/// <summary>A monitor's callback that counts, and keeps the first reason.</summary>
internal sealed class FiringCount
{
    private readonly TaskCompletionSource<Reason> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    /// <summary>How often it fired so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether it fired.</summary>
    public bool HasFired => _first.Task.IsCompleted;

    /// <summary>The callback.</summary>
    public void Fire(Reason reason)
    {
        Interlocked.Increment(ref _count);
        _first.TrySetResult(reason);
    }

    /// <summary>Waits for the first firing.</summary>
    public Task<Reason> WaitAsync() => _first.Task.Bounded();
}
