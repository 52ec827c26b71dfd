namespace Mp.CompilerServices;

/// <summary>A tuple, as an array of its items.</summary>
internal sealed class ValueTupleCodec<T1, T2, T3, T4, T5, T6, T7>(
    IElementCodec<T1> item1,
    IElementCodec<T2> item2,
    IElementCodec<T3> item3,
    IElementCodec<T4> item4,
    IElementCodec<T5> item5,
    IElementCodec<T6> item6,
    IElementCodec<T7> item7)
    : IElementCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>
{
    public void Write(ref ElementWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7> value)
    {
        writer.Enter();
        writer.WriteArrayHeader(7);
        item1.Write(ref writer, value.Item1);
        item2.Write(ref writer, value.Item2);
        item3.Write(ref writer, value.Item3);
        item4.Write(ref writer, value.Item4);
        item5.Write(ref writer, value.Item5);
        item6.Write(ref writer, value.Item6);
        item7.Write(ref writer, value.Item7);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, out ValueTuple<T1, T2, T3, T4, T5, T6, T7> value)
    {
        if (reader.TryReadArrayHeader(out int count)
            && count == 7
            && item1.TryRead(ref reader, out T1? value1)
            && item2.TryRead(ref reader, out T2? value2)
            && item3.TryRead(ref reader, out T3? value3)
            && item4.TryRead(ref reader, out T4? value4)
            && item5.TryRead(ref reader, out T5? value5)
            && item6.TryRead(ref reader, out T6? value6)
            && item7.TryRead(ref reader, out T7? value7))
        {
            value = new ValueTuple<T1, T2, T3, T4, T5, T6, T7>(value1, value2, value3, value4, value5, value6, value7);
            return true;
        }

        value = default;
        return false;
    }
}
