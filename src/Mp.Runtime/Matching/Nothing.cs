namespace Mp.Matching;

/// <summary>The result of a handler that has none, so that it can be treated as one that has.</summary>
internal readonly struct Nothing
{
    public static Func<Nothing> Of(Action handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return () =>
        {
            handler();
            return default;
        };
    }

    public static Func<T1, Nothing> Of<T1>(Action<T1> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return e1 =>
        {
            handler(e1);
            return default;
        };
    }

    public static Func<T1, T2, Nothing> Of<T1, T2>(Action<T1, T2> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (e1, e2) =>
        {
            handler(e1, e2);
            return default;
        };
    }

    public static Func<T1, T2, T3, Nothing> Of<T1, T2, T3>(Action<T1, T2, T3> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (e1, e2, e3) =>
        {
            handler(e1, e2, e3);
            return default;
        };
    }

    public static Func<T1, T2, T3, T4, Nothing> Of<T1, T2, T3, T4>(Action<T1, T2, T3, T4> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (e1, e2, e3, e4) =>
        {
            handler(e1, e2, e3, e4);
            return default;
        };
    }

    public static Func<T1, T2, T3, T4, T5, Nothing> Of<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (e1, e2, e3, e4, e5) =>
        {
            handler(e1, e2, e3, e4, e5);
            return default;
        };
    }

    public static Func<T1, T2, T3, T4, T5, T6, Nothing> Of<T1, T2, T3, T4, T5, T6>(
        Action<T1, T2, T3, T4, T5, T6> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (e1, e2, e3, e4, e5, e6) =>
        {
            handler(e1, e2, e3, e4, e5, e6);
            return default;
        };
    }

    public static Func<T1, T2, T3, T4, T5, T6, T7, Nothing> Of<T1, T2, T3, T4, T5, T6, T7>(
        Action<T1, T2, T3, T4, T5, T6, T7> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (e1, e2, e3, e4, e5, e6, e7) =>
        {
            handler(e1, e2, e3, e4, e5, e6, e7);
            return default;
        };
    }
}
