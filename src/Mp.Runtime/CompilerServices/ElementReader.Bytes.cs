using System.Diagnostics.CodeAnalysis;
using Mp.Codecs.MessagePack;

namespace Mp.CompilerServices;

/// <content>Binary data.</content>
public ref partial struct ElementReader
{
    /// <summary>Reads binary data, into a new array.</summary>
    public bool TryReadBytes([NotNullWhen(true)] out byte[]? value)
    {
        if (TryReadByteSpan(out ReadOnlySpan<byte> bytes))
        {
            value = bytes.ToArray();
            return true;
        }

        value = null;
        return _dialect != ElementDialect.Exact && TryReadLooseBytes(out value);
    }

    /// <summary>Reads binary data, into a new array unless it is most of what is kept for the message anyway.</summary>
    internal bool TryReadMemory(out ReadOnlyMemory<byte> value)
    {
        int start = _position;
        if (_array is not null && TryReadByteSpan(out ReadOnlySpan<byte> bytes))
        {
            if (bytes.Length > _array.Length / 2 && _array.AsSpan().Overlaps(bytes, out int offset))
            {
                value = _array.AsMemory(offset, bytes.Length);
                return true;
            }

            _position = start;
        }

        bool isRead = TryReadBytes(out byte[]? copy);
        value = copy;
        return isRead;
    }

    /// <summary>Reads binary data that did not come in a text format: a view, not a copy.</summary>
    internal bool TryReadByteSpan(out ReadOnlySpan<byte> value)
    {
        if (Peek() is >= MessagePackCode.Bytes8 and <= MessagePackCode.Bytes32)
        {
            value = TakeContent();
            return true;
        }

        value = default;
        return false;
    }
}
