using System.Buffers;

namespace Mp.Codecs.Json;

/// <summary>Finds the end of a JSON array that arrives piece by piece, looking at each byte once.</summary>
/// <remarks>Knows strings and brackets only. Whether it is JSON at all, the parser says once all is there.</remarks>
internal struct JsonScanner
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"[]{}"u8);

    private int _position;
    private int _depth;
    private bool _isInString;

    /// <summary>Goes on where the last call ended.</summary>
    /// <param name="data">The array from its first byte on: what was given before, and what came since.</param>
    /// <param name="maxDepth">How deep arrays and objects may be nested, the array itself included.</param>
    /// <param name="length">How many bytes were looked at; at the end of the array, its length.</param>
    /// <returns>Whether the array ends within <paramref name="data"/>.</returns>
    /// <param name="isTooDeep">Whether it is nested deeper; then the end is not looked for.</param>
    public bool TryFindEnd(ReadOnlySpan<byte> data, int maxDepth, out int length, out bool isTooDeep)
    {
        bool isFound = false;
        while (!isFound && _depth <= maxDepth && (_isInString ? PassString(data) : PassMark(data, out isFound)))
        {
        }

        length = _position;
        isTooDeep = _depth > maxDepth;
        return isFound;
    }

    private bool PassString(ReadOnlySpan<byte> data)
    {
        int distance = data[_position..].IndexOfAny((byte)'"', (byte)'\\');
        if (distance < 0)
        {
            _position = data.Length;
            return false;
        }

        _position += distance;
        if (data[_position] == (byte)'"')
        {
            _position++;
            _isInString = false;
            return true;
        }

        // The backslash is kept for the next call if what it escapes has not arrived.
        bool isWhole = data.Length - _position >= 2;
        _position += isWhole ? 2 : 0;
        return isWhole;
    }

    private bool PassMark(ReadOnlySpan<byte> data, out bool isEnd)
    {
        isEnd = false;
        int distance = data[_position..].IndexOfAny(Marks);
        if (distance < 0)
        {
            _position = data.Length;
            return false;
        }

        _position += distance;
        byte mark = data[_position++];
        if (mark == (byte)'"')
        {
            _isInString = true;
        }
        else if (mark is (byte)'[' or (byte)'{')
        {
            _depth++;
        }
        else
        {
            _depth--;
            isEnd = _depth == 0;
        }

        return true;
    }
}
