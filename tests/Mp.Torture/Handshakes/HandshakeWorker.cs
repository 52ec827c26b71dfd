using Mp.TestKit.Handshakes;
using Mp.Torture.Searching;
using Mp.Wire;

namespace Mp.Torture.Handshakes;

/// <summary>
/// Plays recorded peers that changed what they say: first every prefix of it, then it with every bit flipped, then changes
/// at random; and in between the recording itself, to a node with another nonce: a replay.
/// </summary>
internal sealed class HandshakeWorker(int seed, HandshakeTally tally) : IInputWorker
{
    private const int ReplayEvery = 64;

    private static readonly IReadOnlyList<RecordedEnd> Recorded = RecordedEnd.All;

    // For each byte of what the recorded peers say, laid end to end, whose it is.
    private static readonly int[] Owners =
        [.. Recorded.SelectMany(static (end, index) => Enumerable.Repeat(index, end.Peer.Lines.Length))];

    private static readonly int[] Starts =
        [.. Recorded.Select(static (_, index) => Recorded.Take(index).Sum(static end => end.Peer.Lines.Length))];

    private RecordedEnd _end = Recorded[0];
    private string? _nonce;

    /// <summary>How many ends of handshakes were recorded.</summary>
    public static int Ends => Recorded.Count;

    /// <summary>How many inputs are prefixes and bit flips.</summary>
    public static long Enumerated => 9L * Owners.Length;

    public void Warm()
    {
        foreach (RecordedEnd end in Recorded)
        {
            HandshakeState state = end.Begin().Feed(end.Peer.Lines);
            if (state is not (HandshakeState.Authenticated or HandshakeState.Completed))
            {
                throw new FindingException($"a recorded peer is not let in, but {state}");
            }
        }
    }

    public IEnumerable<byte[]> Inputs(long first, long count)
    {
        var mutator = new GreetingMutator(new Random(unchecked((seed * 397) ^ (int)(first * 0x9E3779B1L))));
        for (long number = first; number < first + count; number++)
        {
            _nonce = null;
            if (number < Owners.Length)
            {
                yield return Prefix(number);
            }
            else if (number < Enumerated)
            {
                yield return Flip(number - Owners.Length);
            }
            else if (number % ReplayEvery == 0)
            {
                _end = Recorded[(int)(number / ReplayEvery % Recorded.Count)];
                _nonce = mutator.Nonce();
                yield return _end.Peer.Lines;
            }
            else
            {
                _end = Recorded[(int)(number % Recorded.Count)];
                yield return mutator.Change(_end);
            }
        }
    }

    public void Check(byte[] input)
    {
        HandshakeRun run = _end.Begin(_nonce);
        HandshakeState state = run.Feed(input);
        bool isGenuine = _nonce is null && _end.IsGenuine(input);
        switch (state)
        {
            case HandshakeState.NeedMore:
                tally.AddWaiting();
                break;
            case HandshakeState.Failed when run.Handshake.FailureReason.Length == 0:
                throw new FindingException("it was refused without a reason");
            case HandshakeState.Failed:
                tally.AddRefused(run.Handshake.IsForged);
                break;
            case HandshakeState.Authenticated or HandshakeState.Completed when isGenuine:
                tally.AddGenuine();
                break;
            default:
                throw new FindingException($"without the secret it is {state}");
        }

        if (!isGenuine && _end.Role == HandshakeRole.Acceptor && run.Sent.Length > _end.Own.Greeting.Length)
        {
            throw new FindingException("an acceptor has said more than its greeting");
        }
    }

    private byte[] Prefix(long number)
    {
        _end = Recorded[Owners[number]];
        return _end.Peer.Lines[..(int)(number - Starts[Owners[number]])];
    }

    private byte[] Flip(long number)
    {
        long at = number / 8;
        _end = Recorded[Owners[at]];
        byte[] lines = _end.Peer.Lines;
        lines[at - Starts[Owners[at]]] ^= (byte)(1 << (int)(number % 8));
        return lines;
    }
}
