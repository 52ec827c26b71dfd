namespace Mp.Testing;

/// <summary>What happened in a test, in order.</summary>
/// <remarks>Safe for concurrent calls, though a simulation makes none.</remarks>
/// <param name="clock">Tells the time of records.</param>
public sealed class History(TimeProvider clock)
{
    // FNV-1a, 64 bits: any order of bytes has another hash, and it needs nothing but a number.
    private const ulong FirstHash = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Lock _gate = new();
    private readonly List<HistoryRecord> _records = [];
    private readonly long _start = clock.GetTimestamp();
    private ulong _hash = FirstHash;

    /// <summary>The records so far, in order.</summary>
    public IReadOnlyList<HistoryRecord> Records
    {
        get
        {
            lock (_gate)
            {
                return [.. _records];
            }
        }
    }

    /// <summary>A number that tells whether two histories are the same, with what went over the network.</summary>
    public ulong Hash
    {
        get
        {
            lock (_gate)
            {
                return _hash;
            }
        }
    }

    /// <summary>Adds a record, which gets the time that it is now.</summary>
    public void Add(HistoryRecord record)
    {
        HistoryRecord timed = record with { Time = clock.GetElapsedTime(_start) };
        lock (_gate)
        {
            _records.Add(timed);
            Mix(timed.Time.Ticks);
            Mix(((long)timed.Kind << 32) + timed.Incarnation);
            Mix(timed.Sequence);
            Mix(timed.Node);
            Mix(timed.Port);
            Mix(timed.Peer);
            Mix(timed.Data);
        }
    }

    /// <summary>Makes bytes count for the hash, and for nothing else.</summary>
    internal void Mix(long number, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            Mix(clock.GetElapsedTime(_start).Ticks);
            Mix(number);
            foreach (byte value in bytes)
            {
                _hash = (_hash ^ value) * Prime;
            }
        }
    }

    private void Mix(long number) => _hash = (_hash ^ (ulong)number) * Prime;

    private void Mix(string text)
    {
        Mix(text.Length);
        foreach (char character in text)
        {
            _hash = (_hash ^ character) * Prime;
        }
    }
}
