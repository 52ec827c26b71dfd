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

    private static readonly EnumeratedChanges Changes = new(Recorded.Select(static end => end.Peer.Lines));

    private RecordedEnd _end = Recorded[0];
    private string? _nonce;

    /// <summary>How many ends of handshakes were recorded.</summary>
    public static int Ends => Recorded.Count;

    /// <summary>How many inputs are prefixes and bit flips.</summary>
    public static long Enumerated => Changes.Count;

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
        var mutator = new GreetingMutator(EnumeratedChanges.RandomFrom(seed, first));
        for (long number = first; number < first + count; number++)
        {
            _nonce = null;
            if (number < Enumerated)
            {
                (int owner, byte[] changed) = Changes[number];
                _end = Recorded[owner];
                yield return changed;
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
        bool isGenuine = _nonce is null && _end.Peer.IsSaidBy(input);
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
}
