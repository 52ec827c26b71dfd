using Mp.Codecs;
using Mp.Torture.Searching;
using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>Gives inputs to a reader of frames, and checks what comes of it.</summary>
/// <remarks>One for each thread.</remarks>
/// <param name="format">The format that the inputs are meant to be.</param>
internal sealed class InputCheck(Framing format)
{
    private const int MostBytesForOne = 32;
    private const int SlackBytes = 4096;

    // One in so many is read in pieces as well, and through the interface that throws.
    private const int EachInPieces = 8;
    private const int EachThrowing = 64;

    private readonly List<byte[]> _accepted = [];
    private long _number;
    private bool _isWarm;

    /// <summary>How many inputs ended in each verdict.</summary>
    public long[] Verdicts { get; } = new long[Enum.GetValues<Verdict>().Length];

    /// <summary>What is checked of frames.</summary>
    public FrameCheck Frames { get; } = new();

    /// <summary>
    /// Reads frames without weighing what it costs: what is made once, by the first who needs it, is made here.
    /// </summary>
    public void Warm(IEnumerable<byte[]> frames) => Warm(() =>
    {
        foreach (byte[] frame in frames)
        {
            Check(frame);
        }
    });

    /// <summary>Does the same for inputs that are given in some way.</summary>
    public void Warm(Action reads)
    {
        _isWarm = false;
        reads();
        Array.Clear(Verdicts);
        Frames.Reset();
        _isWarm = true;
    }

    /// <summary>Checks one input.</summary>
    /// <exception cref="FindingException">Something does not hold.</exception>
    public void Check(byte[] input)
    {
        // Every other peer is one that is not Mp.
        bool isExact = (_number++ & 1) == 0;
        int pieceBytes = _number % EachInPieces == 0 ? 1 + (int)(_number / EachInPieces % 7) : 0;
        Check(input, new Delivery(isExact, pieceBytes, _number % EachThrowing == 0, Delivery.UsualLimits));
    }

    /// <summary>Checks one input, given in this way.</summary>
    /// <exception cref="FindingException">Something does not hold.</exception>
    public void Check(ReadOnlySpan<byte> input, Delivery delivery)
    {
        _accepted.Clear();
        int position = 0;
        IFrameReader reader = ReaderFor(delivery);
        Verdict verdict = Verdict.Accepted;
        while (verdict == Verdict.Accepted && position < input.Length)
        {
            verdict = ReadOne(reader, input[position..], delivery, out int consumed);
            position += consumed;
        }

        Verdicts[(int)verdict]++;
        if (delivery.PieceBytes > 0)
        {
            CheckPieces(input, verdict, delivery);
        }

        if (delivery.IsThrowing)
        {
            CheckThrowing(input, verdict, delivery);
        }
    }

    private IFrameReader ReaderFor(Delivery delivery) =>
        Framings.CreateReader(format, delivery.Limits, delivery.IsExact);

    private Verdict ReadOne(IFrameReader reader, ReadOnlySpan<byte> input, Delivery delivery, out int consumed)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Verdict verdict = reader.Read(input, out consumed, out Frame frame);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (_isWarm && allocated > SlackBytes + ((long)MostBytesForOne * input.Length))
        {
            throw new FindingException($"reading {input.Length} bytes allocated {allocated}");
        }

        if (consumed < 0 || consumed > input.Length || (consumed == 0 && verdict == Verdict.Accepted))
        {
            throw new FindingException($"{consumed} of {input.Length} bytes were consumed, with {verdict}");
        }

        // By this much a buffer grows before the bytes are there.
        long most = verdict == Verdict.Incomplete ? sizeof(int) + (long)delivery.Limits.MaxFrameBytes : 0;
        if (reader.Wanted != 0 && (reader.Wanted <= input.Length || reader.Wanted > most))
        {
            throw new FindingException($"{reader.Wanted} bytes are wanted, with {verdict} at {input.Length}");
        }

        if (verdict == Verdict.Accepted)
        {
            _accepted.Add([.. frame.PortName, 0xc1, .. frame.Elements]);
            Frames.Check(frame, reader.Dialect, delivery.Limits, _isWarm);

            // What is nested deeper than usual can't be sent on.
            if (delivery.Typed is { } dialect && delivery.Limits.MaxDepth <= Delivery.UsualLimits.MaxDepth)
            {
                TypedReads.Check(frame.Elements, frame.Count, dialect);
            }
        }

        return verdict;
    }

    // However the network cuts it up, the same frames come out, and what is right is not refused.
    private void CheckPieces(ReadOnlySpan<byte> input, Verdict whole, Delivery delivery)
    {
        IFrameReader reader = ReaderFor(delivery);
        int position = 0;
        int frames = 0;
        Verdict verdict = Verdict.Incomplete;
        int step = delivery.PieceBytes;
        for (int end = Math.Min(step, input.Length); ; end = Math.Min(end + step, input.Length))
        {
            do
            {
                verdict = reader.Read(input[position..end], out int consumed, out Frame frame);
                position += consumed;
                if (verdict != Verdict.Accepted)
                {
                    break;
                }

                byte[] read = [.. frame.PortName, 0xc1, .. frame.Elements];
                if (frames == _accepted.Count || !read.AsSpan().SequenceEqual(_accepted[frames++]))
                {
                    throw new FindingException($"in pieces of {step} bytes, frame {frames} is another");
                }
            }
            while (position < end);

            if (end == input.Length || verdict > Verdict.Incomplete)
            {
                break;
            }
        }

        bool isRefused = verdict > Verdict.Incomplete;
        if (frames < _accepted.Count || (isRefused && whole <= Verdict.Incomplete))
        {
            throw new FindingException($"in pieces of {step} bytes it is {verdict} after {frames} frames, not {whole}");
        }
    }

    // What throws says the same, with the one exception that there is.
    private void CheckThrowing(ReadOnlySpan<byte> input, Verdict expected, Delivery delivery)
    {
        IFrameReader reader = ReaderFor(delivery);
        int position = 0;
        try
        {
            while (reader.TryRead(input[position..], out int consumed, out _))
            {
                position += consumed;
            }
        }
        catch (WireFormatException exception) when (exception.Reason == expected)
        {
            return;
        }

        if (expected > Verdict.Incomplete)
        {
            throw new FindingException($"it was refused as {expected}, and did not throw");
        }
    }
}
