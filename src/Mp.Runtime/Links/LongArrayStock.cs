namespace Mp.Links;

/// <summary>Arrays that nobody uses, by their length.</summary>
/// <param name="maxBytes">How many bytes there may be in all.</param>
internal sealed class LongArrayStock(long maxBytes)
{
    private readonly Dictionary<int, Stack<byte[]>> _arrays = [];
    private long _bytes;

    /// <summary>Takes the one of this length that was used last: it is the likeliest to be in a cache.</summary>
    public byte[]? TryTake(int length)
    {
        if (!_arrays.TryGetValue(length, out Stack<byte[]>? kept) || !kept.TryPop(out byte[]? array))
        {
            return null;
        }

        _bytes -= length;
        return array;
    }

    /// <summary>Adds one. If they are too many, those of other lengths go, and if that is not enough it does.</summary>
    public void Add(byte[] array)
    {
        int length = array.Length;
        if (!_arrays.TryGetValue(length, out Stack<byte[]>? kept))
        {
            _arrays.Add(length, kept = new Stack<byte[]>());
        }

        if (_bytes + length > maxBytes)
        {
            _arrays.Clear();
            _arrays.Add(length, kept);
            _bytes = (long)length * kept.Count;
        }

        if (_bytes + length <= maxBytes)
        {
            kept.Push(array);
            _bytes += length;
        }
    }
}
