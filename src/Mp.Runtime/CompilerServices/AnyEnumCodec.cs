namespace Mp.CompilerServices;

/// <summary>An enum that no generated code knows, for <see cref="Message.TryGet{T}(int, out T)"/>.</summary>
/// <typeparam name="T">The enum. Not constrained: who asks for it can't be, either.</typeparam>
internal sealed class AnyEnumCodec<T> : IElementCodec<T>
{
    public void Write(ref ElementWriter writer, T value)
    {
        if (EnumValue<T>.IsUnsigned64)
        {
            writer.WriteUInt64(EnumValue<T>.ToUInt64(value));
        }
        else
        {
            writer.WriteInt64(EnumValue<T>.ToInt64(value));
        }
    }

    public bool TryRead(ref ElementReader reader, out T value)
    {
        value = default!;
        return EnumValue<T>.IsUnsigned64
            ? reader.TryReadUInt64(out ulong unsigned) && EnumValue<T>.TryFrom(unsigned, out value)
            : reader.TryReadInt64(out long signed) && EnumValue<T>.TryFrom(signed, out value);
    }
}
