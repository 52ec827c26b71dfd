using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Mp.Codecs.Json;

/// <summary>Writes JSON, without white space, escaping only what must be. Source: RFC 8259.</summary>
/// <remarks>
/// Binary data becomes text in base 64, a moment the text of RFC 3339. Floating-point numbers keep a point or an
/// exponent, and so stay such.
/// </remarks>
/// <param name="output">Where to append.</param>
internal ref struct JsonWriter(IBufferWriter<byte> output) : IElementTarget
{
    // The longest shortest form of a double, as -2.2250738585072014E-308, with a comma before and ".0" after it.
    private const int MaxNumberBytes = 32;
    private const int MaxEscapeBytes = 6;
    private const ulong MantissaBits = (1UL << 52) - 1;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static value => (byte)value), (byte)'"', (byte)'\\']);

    private readonly IBufferWriter<byte> _output = output;
    private Span<byte> _span;
    private int _used;

    // Whether what comes next follows a value, not a bracket or a key.
    private bool _isAfterValue;

    /// <inheritdoc/>
    public static string FormatName => "JSON";

    /// <inheritdoc/>
    public void WriteNull() => WriteLiteral("null"u8);

    /// <inheritdoc/>
    public void WriteBoolean(bool value) => WriteLiteral(value ? "true"u8 : "false"u8);

    /// <inheritdoc/>
    public void WriteInt64(long value)
    {
        _ = Utf8Formatter.TryFormat(value, BeginValue(MaxNumberBytes), out int length);
        _used += length;
    }

    /// <inheritdoc/>
    public void WriteUInt64(ulong value)
    {
        _ = Utf8Formatter.TryFormat(value, BeginValue(MaxNumberBytes), out int length);
        _used += length;
    }

    /// <inheritdoc/>
    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new MessageEncodingException($"it has the number {value}, which JSON can't express");
        }

        // The runtime's shortest form of two powers of two, 2^-25 and 2^-958, is read back as the number below. All
        // powers of two, which have nothing but zeros after the leading bit, are given every digit.
        bool isPowerOfTwo = (BitConverter.DoubleToUInt64Bits(value) & MantissaBits) == 0;
        Span<byte> target = BeginValue(MaxNumberBytes);
        _ = value.TryFormat(target, out int length, isPowerOfTwo ? "G17" : "", CultureInfo.InvariantCulture);
        if (!target[..length].ContainsAny((byte)'.', (byte)'E'))
        {
            ".0"u8.CopyTo(target[length..]);
            length += 2;
        }

        _used += length;
    }

    /// <inheritdoc/>
    public void WriteText(scoped ReadOnlySpan<byte> utf8)
    {
        int plain = utf8.IndexOfAny(Escaped);
        if (plain >= 0)
        {
            WriteEscaped(utf8, plain);
            return;
        }

        Span<byte> target = BeginValue(utf8.Length + 2);
        target[utf8.Length + 1] = (byte)'"';
        utf8.CopyTo(target[1..]);
        target[0] = (byte)'"';
        _used += utf8.Length + 2;
    }

    /// <inheritdoc/>
    public void WriteBytes(scoped ReadOnlySpan<byte> value)
    {
        int length = Base64.GetMaxEncodedToUtf8Length(value.Length);
        Span<byte> target = BeginValue(length + 2);
        target[0] = (byte)'"';
        _ = Base64.EncodeToUtf8(value, target[1..], out _, out _);
        target[length + 1] = (byte)'"';
        _used += length + 2;
    }

    /// <inheritdoc/>
    public void WriteTimestamp(Timestamp value)
    {
        if (!value.HasText)
        {
            throw new MessageEncodingException("it has a moment before the year 1 or after 9999, which has no text");
        }

        Span<byte> text = stackalloc byte[Timestamp.MaxTextBytes];
        WriteText(text[..value.Format(text)]);
    }

    /// <inheritdoc/>
    public void BeginArray(int count) => Begin((byte)'[');

    /// <inheritdoc/>
    public void EndArray() => End((byte)']');

    /// <inheritdoc/>
    public void BeginMap(int count) => Begin((byte)'{');

    /// <inheritdoc/>
    public void WriteKey(scoped ReadOnlySpan<byte> utf8)
    {
        WriteText(utf8);
        Room(1)[0] = (byte)':';
        _used++;
        _isAfterValue = false;
    }

    /// <inheritdoc/>
    public void EndMap() => End((byte)'}');

    /// <inheritdoc/>
    public void Flush()
    {
        _output.Advance(_used);
        _span = default;
        _used = 0;
    }

    private void WriteLiteral(scoped ReadOnlySpan<byte> literal)
    {
        literal.CopyTo(BeginValue(literal.Length));
        _used += literal.Length;
    }

    private void Begin(byte bracket)
    {
        BeginValue(1)[0] = bracket;
        _used++;
        _isAfterValue = false;
    }

    private void End(byte bracket)
    {
        Room(1)[0] = bracket;
        _used++;
        _isAfterValue = true;
    }

    private void WriteEscaped(scoped ReadOnlySpan<byte> utf8, int plain)
    {
        BeginValue(1)[0] = (byte)'"';
        _used++;
        while (plain >= 0)
        {
            Span<byte> target = Room(plain + MaxEscapeBytes);
            utf8[..plain].CopyTo(target);
            _used += plain + Escape(utf8[plain], target[plain..]);
            utf8 = utf8[(plain + 1)..];
            plain = utf8.IndexOfAny(Escaped);
        }

        Span<byte> rest = Room(utf8.Length + 1);
        utf8.CopyTo(rest);
        rest[utf8.Length] = (byte)'"';
        _used += utf8.Length + 1;
    }

    private static int Escape(byte character, Span<byte> target)
    {
        byte letter = character switch
        {
            (byte)'"' or (byte)'\\' => character,
            (byte)'\b' => (byte)'b',
            (byte)'\t' => (byte)'t',
            (byte)'\n' => (byte)'n',
            (byte)'\f' => (byte)'f',
            (byte)'\r' => (byte)'r',
            _ => (byte)'u',
        };
        target[0] = (byte)'\\';
        target[1] = letter;
        if (letter != (byte)'u')
        {
            return 2;
        }

        _ = character.TryFormat(target[2..], out int digits, "x4", CultureInfo.InvariantCulture);
        return 2 + digits;
    }

    // Room for a value, after the comma that separates it from the one before.
    private Span<byte> BeginValue(int count)
    {
        Span<byte> target = Room(count + 1);
        if (!_isAfterValue)
        {
            _isAfterValue = true;
            return target;
        }

        target[0] = (byte)',';
        _used++;
        return target[1..];
    }

    private Span<byte> Room(int count)
    {
        if (_span.Length - _used < count)
        {
            _output.Advance(_used);
            _span = _output.GetSpan(count);
            _used = 0;
        }

        return _span[_used..];
    }
}
