namespace Mp.CompilerServices;

/// <summary>A tuple, as an array of its items.</summary>
internal sealed class ValueTupleCodec<T1, T2, T3, T4>(
    IElementCodec<T1> item1,
    IElementCodec<T2> item2,
    IElementCodec<T3> item3,
    IElementCodec<T4> item4)
    : IElementCodec<ValueTuple<T1, T2, T3, T4>>
{
    public void Write(ref ElementWriter writer, ValueTuple<T1, T2, T3, T4> value)
    {
        writer.Enter();
        writer.WriteArrayHeader(4);
        item1.Write(ref writer, value.Item1);
        item2.Write(ref writer, value.Item2);
        item3.Write(ref writer, value.Item3);
        item4.Write(ref writer, value.Item4);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, out ValueTuple<T1, T2, T3, T4> value)
    {
        if (reader.TryReadArrayHeader(out int count)
            && count == 4
            && item1.TryRead(ref reader, out T1? value1)
            && item2.TryRead(ref reader, out T2? value2)
            && item3.TryRead(ref reader, out T3? value3)
            && item4.TryRead(ref reader, out T4? value4))
        {
            value = new ValueTuple<T1, T2, T3, T4>(value1, value2, value3, value4);
            return true;
        }

        value = default;
        return false;
    }
}
