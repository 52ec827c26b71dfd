using Mp.Wire;

namespace Mp.Codecs.Cbor;

/// <summary>Finds the end of a CBOR array that arrives piece by piece, looking at each head once.</summary>
/// <remarks>
/// Knows lengths only. Whether the array is what it should be, the reader says once all is there. What is refused here
/// is what must not be waited for.
/// </remarks>
internal sealed class CborScanner(WireLimits limits)
{
    private const long Open = -1;

    // The message, what is nested in it as deep as is accepted, and a string in pieces in the innermost of these.
    private readonly long[] _left = new long[limits.MaxDepth + 2];

    private long _position;
    private int _depth;
    private bool _isBegun;

    /// <summary>Forgets everything, for another array.</summary>
    public void Reset()
    {
        _position = 0;
        _depth = 0;
        _isBegun = false;
    }

    /// <summary>Goes on where the last call ended.</summary>
    /// <param name="data">The array from its first byte on: what was given before, and what came since.</param>
    /// <param name="length">At the end of the array, its length; if it is refused, where the reason is.</param>
    public Verdict FindEnd(ReadOnlySpan<byte> data, out int length)
    {
        Verdict verdict = Verdict.Accepted;
        while (verdict == Verdict.Accepted && (!_isBegun || _depth > 0))
        {
            // What a string has claimed may reach beyond what is there.
            verdict = _position < data.Length ? PassHead(data[(int)_position..]) : Verdict.Incomplete;
            if (_position > limits.MaxFrameBytes)
            {
                verdict = Verdict.FrameTooLong;
            }
        }

        length = (int)Math.Min(_position, data.Length);
        return verdict == Verdict.Accepted && _position > data.Length ? Verdict.Incomplete : verdict;
    }

    private Verdict PassHead(ReadOnlySpan<byte> rest)
    {
        var reader = new CborReader(rest);
        Verdict verdict = reader.ReadHead();
        if (verdict != Verdict.Accepted)
        {
            return verdict == Verdict.Truncated ? Verdict.Incomplete : verdict;
        }

        _position += reader.Position;
        if (reader.Major == CborMajor.Tag)
        {
            return Verdict.Accepted;
        }

        _isBegun = true;
        if (reader.IsBreak)
        {
            if (_depth == 0 || _left[_depth - 1] != Open)
            {
                return Verdict.UnexpectedBreak;
            }

            _depth--;
            LeaveCompleted();
            return Verdict.Accepted;
        }

        return PassValue(reader);
    }

    private Verdict PassValue(CborReader reader)
    {
        if (_depth > 0 && _left[_depth - 1] != Open)
        {
            _left[_depth - 1]--;
        }

        long held = 0;
        switch (reader.Major)
        {
            case CborMajor.Bytes or CborMajor.Text when reader.IsIndefinite:
            case CborMajor.Array or CborMajor.Map when reader.IsIndefinite:
                held = Open;
                break;
            case CborMajor.Bytes or CborMajor.Text:
                _position += Bounded(reader.Argument);
                break;
            case CborMajor.Array:
                held = Bounded(reader.Argument);
                break;
            case CborMajor.Map:
                held = 2 * Bounded(reader.Argument);
                break;
        }

        if (held == 0)
        {
            LeaveCompleted();
            return Verdict.Accepted;
        }

        // Each takes a byte at least, so it would never fit.
        if (held > limits.MaxFrameBytes - _position)
        {
            return Verdict.FrameTooLong;
        }

        if (_depth == _left.Length)
        {
            return Verdict.TooDeep;
        }

        _left[_depth++] = held;
        return Verdict.Accepted;
    }

    // More than any frame has, whatever a peer claims, and never so much that adding to it overflows.
    private static long Bounded(ulong claimed) => (long)Math.Min(claimed, int.MaxValue);

    private void LeaveCompleted()
    {
        while (_depth > 0 && _left[_depth - 1] == 0)
        {
            _depth--;
        }
    }
}
