namespace Mp.CompilerServices;

/// <summary>A tuple, as an array of its items.</summary>
internal sealed class ValueTupleCodec<T1>(IElementCodec<T1> item1) : IElementCodec<ValueTuple<T1>>
{
    public void Write(ref ElementWriter writer, ValueTuple<T1> value)
    {
        writer.Enter();
        writer.WriteArrayHeader(1);
        item1.Write(ref writer, value.Item1);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, out ValueTuple<T1> value)
    {
        if (reader.TryReadArrayHeader(out int count)
            && count == 1
            && item1.TryRead(ref reader, out T1? value1))
        {
            value = new ValueTuple<T1>(value1);
            return true;
        }

        value = default;
        return false;
    }
}
