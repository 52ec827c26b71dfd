using System.Buffers.Binary;

namespace Mp.Links;

/// <summary>
/// How long to wait between attempts: twice as long each time, up to a limit, and a fifth more or less by chance, so
/// that nodes that lost the same peer do not all come back at once.
/// </summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Func<int, byte[]> randomBytes)
{
    private const double Spread = 0.2;

    private TimeSpan _next = first;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next()
    {
        TimeSpan pause = _next < longest ? _next : longest;
        _next = pause < longest / 2 ? pause * 2 : longest;
        double chance = BinaryPrimitives.ReadUInt32BigEndian(randomBytes(sizeof(uint))) / (double)uint.MaxValue;
        return pause * (1 - Spread + (2 * Spread * chance));
    }
}
