using System.Numerics;

namespace Mp.CompilerServices;

internal sealed class IntegerCodec<T> : IElementCodec<T>
    where T : struct, IBinaryInteger<T>
{
    public void Write(ref ElementWriter writer, T value)
    {
        if (typeof(T) == typeof(ulong))
        {
            writer.WriteUInt64(ulong.CreateTruncating(value));
        }
        else
        {
            writer.WriteInt64(long.CreateTruncating(value));
        }
    }

    public bool TryRead(ref ElementReader reader, out T value) => reader.TryReadInteger(out value);
}
