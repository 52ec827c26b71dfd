namespace Mp.Codecs;

/// <summary>
/// A writer of a format other than MessagePack: takes the elements of a message, one after the other.
/// </summary>
/// <remarks>
/// Implemented by <c>ref struct</c>s that append to a buffer. An exception leaves what was written so far in the
/// buffer, which the caller then throws away.
/// </remarks>
internal interface IElementTarget
{
    /// <summary>The format's name, for errors.</summary>
    static abstract string FormatName { get; }

    void WriteNull();

    void WriteBoolean(bool value);

    void WriteInt64(long value);

    void WriteUInt64(ulong value);

    /// <exception cref="MessageEncodingException">The format has no such number.</exception>
    void WriteDouble(double value);

    /// <summary>Writes a text that is UTF-8, and valid.</summary>
    void WriteText(scoped ReadOnlySpan<byte> utf8);

    void WriteBytes(scoped ReadOnlySpan<byte> value);

    /// <exception cref="MessageEncodingException">The format has no such moment.</exception>
    void WriteTimestamp(Timestamp value);

    void BeginArray(int count);

    void EndArray();

    void BeginMap(int count);

    /// <summary>Writes a key of a map, which is UTF-8, and valid. Its value must follow.</summary>
    void WriteKey(scoped ReadOnlySpan<byte> utf8);

    void EndMap();

    /// <summary>Hands over what was written since the last call.</summary>
    void Flush();
}
