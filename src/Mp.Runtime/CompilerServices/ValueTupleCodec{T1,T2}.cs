namespace Mp.CompilerServices;

/// <summary>A tuple, as an array of its items.</summary>
internal sealed class ValueTupleCodec<T1, T2>(
    IElementCodec<T1> item1,
    IElementCodec<T2> item2)
    : IElementCodec<ValueTuple<T1, T2>>
{
    public void Write(ref ElementWriter writer, ValueTuple<T1, T2> value)
    {
        writer.Enter();
        writer.WriteArrayHeader(2);
        item1.Write(ref writer, value.Item1);
        item2.Write(ref writer, value.Item2);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, out ValueTuple<T1, T2> value)
    {
        if (reader.TryReadArrayHeader(out int count)
            && count == 2
            && item1.TryRead(ref reader, out T1? value1)
            && item2.TryRead(ref reader, out T2? value2))
        {
            value = new ValueTuple<T1, T2>(value1, value2);
            return true;
        }

        value = default;
        return false;
    }
}
