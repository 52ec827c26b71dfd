using System.Globalization;
using System.Numerics;

namespace Mp.CompilerServices;

internal sealed class IntegerKeyCodec<T> : IKeyCodec<T>
    where T : struct, IBinaryInteger<T>
{
    // What an integer of 64 bits takes, with its sign.
    private const int MaxBytes = 20;

    public void Write(ref ElementWriter writer, T value)
    {
        Span<byte> text = stackalloc byte[MaxBytes];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.WriteUtf8(text[..length]);
    }

    public bool TryRead(ReadOnlySpan<byte> utf8, out T value)
    {
        value = default;
        return ElementReader.IsCanonicalInteger(utf8)
            && T.TryParse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
