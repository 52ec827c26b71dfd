using System.Runtime.InteropServices;

namespace Mp.Ports;

/// <summary>
/// Slows down, by some tens of nanoseconds a message, whoever is far ahead of a port that is in its turn.
/// </summary>
/// <remarks>
/// Else the port's queue would grow for as long as the sender goes on, and the garbage collector, for which both of
/// them stand still, would copy it again and again: that costs more than the pause. The queue has no bound all the
/// same: a handler that takes longer than the pause is not waited for.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct SenderPace
{
    // As much as a processor's second cache holds, about: what is beyond that comes slowly anyway.
    private const int FarAhead = 16 * 1024;

    // The runtime makes each of them last some 37 ns. Where a message takes the port longer than these, copying it is
    // the lesser part.
    private const int MostSpins = 2;

    // Negative between turns: a port that waits for its turn may be waiting for the sender's. Ports that send to each
    // other, or to themselves, pause for nothing; but that is all.
    private int _spins;

    // Of another use, but whoever has one has the other: so a port is no larger by it.
    private int _steps;

    /// <summary>Is another number when the port has got on.</summary>
    public readonly int Steps => Volatile.Read(in _steps);

    /// <summary>The port gets on. Of its turn.</summary>
    public void Step() => _steps++;

    /// <summary>To be called when the port's turn begins.</summary>
    public void BeginTurn()
    {
        if (_spins < 0)
        {
            _spins = -_spins;
        }
    }

    /// <summary>To be called when the port's turn ends, and it is not idle.</summary>
    public void EndTurn()
    {
        if (_spins > 0)
        {
            _spins = -_spins;
        }
    }

    /// <summary>To be called before the port takes what was sent: it may be idle afterwards.</summary>
    public void BeginTaking()
    {
        if (_spins != 0)
        {
            _spins = 0;
        }
    }

    /// <summary>To be called when the port has taken messages.</summary>
    /// <param name="count">How many at a time.</param>
    /// <param name="processors">How many there are: a sender that pauses would keep the only one from the port.</param>
    public void EndTaking(int count, int processors)
    {
        if (count >= FarAhead && processors > 1)
        {
            _spins = Math.Min(count / FarAhead, MostSpins);
        }
    }

    /// <summary>How long a sender pauses now, in rounds of <see cref="Thread.SpinWait"/>.</summary>
    public readonly int Spins => Math.Max(_spins, 0);

    /// <summary>To be called by a sender, from any thread, when its message is in the queue.</summary>
    public readonly void Pause()
    {
        int spins = Spins;
        if (spins > 0)
        {
            Thread.SpinWait(spins);
        }
    }
}
