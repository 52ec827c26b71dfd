using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>An enum, as the integer beneath it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumCodec<TEnum> : IElementCodec<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, TEnum value)
    {
        if (EnumValue<TEnum>.IsUnsigned64)
        {
            writer.WriteUInt64(EnumValue<TEnum>.ToUInt64(value));
        }
        else
        {
            writer.WriteInt64(EnumValue<TEnum>.ToInt64(value));
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, out TEnum value) => reader.TryReadEnum(out value);
}
