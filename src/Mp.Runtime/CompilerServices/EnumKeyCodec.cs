namespace Mp.CompilerServices;

internal sealed class EnumKeyCodec<TEnum> : IKeyCodec<TEnum>
    where TEnum : struct, Enum
{
    private static readonly IKeyCodec<long> Signed = KeyCodecs.Integer<long>();
    private static readonly IKeyCodec<ulong> Unsigned = KeyCodecs.Integer<ulong>();

    public void Write(ref ElementWriter writer, TEnum value)
    {
        if (EnumValue<TEnum>.IsUnsigned64)
        {
            Unsigned.Write(ref writer, EnumValue<TEnum>.ToUInt64(value));
        }
        else
        {
            Signed.Write(ref writer, EnumValue<TEnum>.ToInt64(value));
        }
    }

    public bool TryRead(ReadOnlySpan<byte> utf8, out TEnum value)
    {
        value = default;
        return EnumValue<TEnum>.IsUnsigned64
            ? Unsigned.TryRead(utf8, out ulong unsigned) && EnumValue<TEnum>.TryFrom(unsigned, out value)
            : Signed.TryRead(utf8, out long signed) && EnumValue<TEnum>.TryFrom(signed, out value);
    }
}
