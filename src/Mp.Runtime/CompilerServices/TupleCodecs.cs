using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>Makes the codecs of tuples and of pairs. All are arrays of their items.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TupleCodecs
{
    /// <summary>The codec of a <see cref="KeyValuePair{TKey, TValue}"/>.</summary>
    public static IElementCodec<KeyValuePair<TKey, TValue>> KeyValuePair<TKey, TValue>(
        IElementCodec<TKey> key,
        IElementCodec<TValue> value) =>
        new MappedCodec<KeyValuePair<TKey, TValue>, ValueTuple<TKey, TValue>>(
            ValueTuple(key, value),
            static pair => new ValueTuple<TKey, TValue>(pair.Key, pair.Value),
            static pair => new KeyValuePair<TKey, TValue>(pair.Item1, pair.Item2));

    /// <summary>The codec of a tuple of one item.</summary>
    public static IElementCodec<ValueTuple<T1>> ValueTuple<T1>(IElementCodec<T1> item1) =>
        new ValueTupleCodec<T1>(item1);

    /// <summary>The codec of a tuple of two items.</summary>
    public static IElementCodec<ValueTuple<T1, T2>> ValueTuple<T1, T2>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2) =>
        new ValueTupleCodec<T1, T2>(item1, item2);

    /// <summary>The codec of a tuple of three items.</summary>
    public static IElementCodec<ValueTuple<T1, T2, T3>> ValueTuple<T1, T2, T3>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3) =>
        new ValueTupleCodec<T1, T2, T3>(item1, item2, item3);

    /// <summary>The codec of a tuple of four items.</summary>
    public static IElementCodec<ValueTuple<T1, T2, T3, T4>> ValueTuple<T1, T2, T3, T4>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4) =>
        new ValueTupleCodec<T1, T2, T3, T4>(item1, item2, item3, item4);

    /// <summary>The codec of a tuple of five items.</summary>
    public static IElementCodec<ValueTuple<T1, T2, T3, T4, T5>> ValueTuple<T1, T2, T3, T4, T5>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5) =>
        new ValueTupleCodec<T1, T2, T3, T4, T5>(item1, item2, item3, item4, item5);

    /// <summary>The codec of a tuple of six items.</summary>
    public static IElementCodec<ValueTuple<T1, T2, T3, T4, T5, T6>> ValueTuple<T1, T2, T3, T4, T5, T6>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5,
        IElementCodec<T6> item6) =>
        new ValueTupleCodec<T1, T2, T3, T4, T5, T6>(item1, item2, item3, item4, item5, item6);

    /// <summary>The codec of a tuple of seven items.</summary>
    public static IElementCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7>> ValueTuple<T1, T2, T3, T4, T5, T6, T7>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5,
        IElementCodec<T6> item6,
        IElementCodec<T7> item7) =>
        new ValueTupleCodec<T1, T2, T3, T4, T5, T6, T7>(item1, item2, item3, item4, item5, item6, item7);

    /// <summary>The codec of a tuple of more than seven items.</summary>
    public static IElementCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>
        ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5,
        IElementCodec<T6> item6,
        IElementCodec<T7> item7,
        IElementCodec<TRest> rest)
        where TRest : struct =>
        new ValueTupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest>(item1, item2, item3, item4, item5, item6, item7, rest);

    /// <summary>The codec of a tuple of one item that is an object.</summary>
    public static IElementCodec<Tuple<T1>> Tuple<T1>(IElementCodec<T1> item1) =>
        new MappedCodec<Tuple<T1>, ValueTuple<T1>>(
            ValueTuple(item1),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());

    /// <summary>The codec of a tuple of two items that is an object.</summary>
    public static IElementCodec<Tuple<T1, T2>> Tuple<T1, T2>(IElementCodec<T1> item1, IElementCodec<T2> item2) =>
        new MappedCodec<Tuple<T1, T2>, ValueTuple<T1, T2>>(
            ValueTuple(item1, item2),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());

    /// <summary>The codec of a tuple of three items that is an object.</summary>
    public static IElementCodec<Tuple<T1, T2, T3>> Tuple<T1, T2, T3>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3) =>
        new MappedCodec<Tuple<T1, T2, T3>, ValueTuple<T1, T2, T3>>(
            ValueTuple(item1, item2, item3),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());

    /// <summary>The codec of a tuple of four items that is an object.</summary>
    public static IElementCodec<Tuple<T1, T2, T3, T4>> Tuple<T1, T2, T3, T4>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4) =>
        new MappedCodec<Tuple<T1, T2, T3, T4>, ValueTuple<T1, T2, T3, T4>>(
            ValueTuple(item1, item2, item3, item4),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());

    /// <summary>The codec of a tuple of five items that is an object.</summary>
    public static IElementCodec<Tuple<T1, T2, T3, T4, T5>> Tuple<T1, T2, T3, T4, T5>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5) =>
        new MappedCodec<Tuple<T1, T2, T3, T4, T5>, ValueTuple<T1, T2, T3, T4, T5>>(
            ValueTuple(item1, item2, item3, item4, item5),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());

    /// <summary>The codec of a tuple of six items that is an object.</summary>
    public static IElementCodec<Tuple<T1, T2, T3, T4, T5, T6>> Tuple<T1, T2, T3, T4, T5, T6>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5,
        IElementCodec<T6> item6) =>
        new MappedCodec<Tuple<T1, T2, T3, T4, T5, T6>, ValueTuple<T1, T2, T3, T4, T5, T6>>(
            ValueTuple(item1, item2, item3, item4, item5, item6),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());

    /// <summary>The codec of a tuple of seven items that is an object.</summary>
    public static IElementCodec<Tuple<T1, T2, T3, T4, T5, T6, T7>> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        IElementCodec<T1> item1,
        IElementCodec<T2> item2,
        IElementCodec<T3> item3,
        IElementCodec<T4> item4,
        IElementCodec<T5> item5,
        IElementCodec<T6> item6,
        IElementCodec<T7> item7) =>
        new MappedCodec<Tuple<T1, T2, T3, T4, T5, T6, T7>, ValueTuple<T1, T2, T3, T4, T5, T6, T7>>(
            ValueTuple(item1, item2, item3, item4, item5, item6, item7),
            static tuple => tuple.ToValueTuple(),
            static tuple => tuple.ToTuple());
}
