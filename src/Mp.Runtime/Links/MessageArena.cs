namespace Mp.Links;

/// <summary>Keeps messages that have arrived, many in one array, so that each costs no array of its own.</summary>
/// <remarks>
/// A message that somebody holds on to keeps its array alive, which is why arrays are short and long messages get their
/// own.
/// </remarks>
internal sealed class MessageArena
{
    private const int ArrayBytes = 16 * 1024;
    private const int MaxSharedBytes = 1024;

    private byte[] _array = [];
    private int _used;

    /// <summary>A copy that stays as it is.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxSharedBytes)
        {
            return bytes.ToArray();
        }

        if (_array.Length - _used < bytes.Length)
        {
            _array = GC.AllocateUninitializedArray<byte>(ArrayBytes);
            _used = 0;
        }

        Memory<byte> copy = _array.AsMemory(_used, bytes.Length);
        bytes.CopyTo(copy.Span);
        _used += bytes.Length;
        return copy;
    }
}
