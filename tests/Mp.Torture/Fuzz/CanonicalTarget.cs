using System.Buffers;
using System.Buffers.Text;
using Mp.Codecs;
using Mp.CompilerServices;

namespace Mp.Torture.Fuzz;

/// <summary>
/// Writes elements as MessagePack in the one form that equal elements have in common, to be compared byte by byte.
/// </summary>
/// <param name="output">Where to append.</param>
/// <param name="isTextual">Whether bytes and moments become the texts that JSON has for them.</param>
internal ref struct CanonicalTarget(IBufferWriter<byte> output, bool isTextual) : IElementTarget
{
    private readonly bool _isTextual = isTextual;
    private ElementWriter _writer = new(output);

    public static string FormatName => "the canonical form";

    public void WriteNull() => _writer.WriteNull();

    public void WriteBoolean(bool value) => _writer.WriteBoolean(value);

    public void WriteInt64(long value) => _writer.WriteInt64(value);

    public void WriteUInt64(ulong value) => _writer.WriteUInt64(value);

    // What is not a number has many forms, which no reader tells apart.
    public void WriteDouble(double value) => _writer.WriteDouble(double.IsNaN(value) ? double.NaN : value);

    public void WriteText(scoped ReadOnlySpan<byte> utf8) => _writer.WriteUtf8(utf8);

    public void WriteBytes(scoped ReadOnlySpan<byte> value)
    {
        if (!_isTextual)
        {
            _writer.WriteBytes(value);
            return;
        }

        byte[] text = new byte[Base64.GetMaxEncodedToUtf8Length(value.Length)];
        _ = Base64.EncodeToUtf8(value, text, out _, out int length);
        _writer.WriteUtf8(text.AsSpan(0, length));
    }

    public void WriteTimestamp(Timestamp value)
    {
        if (!_isTextual)
        {
            _writer.WriteTimestamp(value.Seconds, value.Nanoseconds);
            return;
        }

        Span<byte> text = stackalloc byte[Timestamp.MaxTextBytes];
        _writer.WriteUtf8(text[..value.Format(text)]);
    }

    public void BeginArray(int count) => _writer.WriteArrayHeader(count);

    public readonly void EndArray()
    {
        // Its head has told how many elements it has.
    }

    public void BeginMap(int count) => _writer.WriteMapHeader(count);

    public void WriteKey(scoped ReadOnlySpan<byte> utf8) => _writer.WriteUtf8(utf8);

    public readonly void EndMap()
    {
        // Its head has told how many entries it has.
    }

    public void Flush() => _writer.Flush();
}
