namespace Mp.CompilerServices;

/// <summary>A tuple, as an array of its items.</summary>
internal sealed class ValueTupleCodec<T1, T2, T3>(
    IElementCodec<T1> item1,
    IElementCodec<T2> item2,
    IElementCodec<T3> item3)
    : IElementCodec<ValueTuple<T1, T2, T3>>
{
    public void Write(ref ElementWriter writer, ValueTuple<T1, T2, T3> value)
    {
        writer.Enter();
        writer.WriteArrayHeader(3);
        item1.Write(ref writer, value.Item1);
        item2.Write(ref writer, value.Item2);
        item3.Write(ref writer, value.Item3);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, out ValueTuple<T1, T2, T3> value)
    {
        if (reader.TryReadArrayHeader(out int count)
            && count == 3
            && item1.TryRead(ref reader, out T1? value1)
            && item2.TryRead(ref reader, out T2? value2)
            && item3.TryRead(ref reader, out T3? value3))
        {
            value = new ValueTuple<T1, T2, T3>(value1, value2, value3);
            return true;
        }

        value = default;
        return false;
    }
}
