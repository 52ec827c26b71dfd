namespace Mp.CompilerServices;

/// <content>The elements of patterns: read if they equal what the pattern says, else left where they are.</content>
public ref partial struct ElementReader
{
    /// <summary>Reads a text that equals <paramref name="constant"/>.</summary>
    public bool TryReadConstant(scoped ReadOnlySpan<byte> constant)
    {
        int start = _position;
        if (TryReadUtf8(out ReadOnlySpan<byte> value) && value.SequenceEqual(constant))
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Reads an integer that equals <paramref name="constant"/>.</summary>
    public bool TryReadConstant(long constant)
    {
        int start = _position;
        if (TryReadInt64(out long value) && value == constant)
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Reads an integer that equals <paramref name="constant"/>.</summary>
    public bool TryReadConstant(ulong constant)
    {
        int start = _position;
        if (TryReadUInt64(out ulong value) && value == constant)
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Reads a truth value that equals <paramref name="constant"/>.</summary>
    public bool TryReadConstant(bool constant)
    {
        int start = _position;
        if (TryReadBoolean(out bool value) && value == constant)
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Reads a number that equals <paramref name="constant"/> exactly.</summary>
    public bool TryReadConstant(double constant)
    {
        int start = _position;
        bool isEqual;
        if (TryReadInt64(out long signed))
        {
            isEqual = NumberEquality.AreEqual(signed, constant);
        }
        else if (TryReadUInt64(out ulong unsigned))
        {
            isEqual = NumberEquality.AreEqual(unsigned, constant);
        }
        else
        {
            isEqual = TryReadDouble(out double value) && NumberEquality.AreEqual(value, constant);
        }

        if (!isEqual)
        {
            _position = start;
        }

        return isEqual;
    }
}
