namespace Mp.Messages;

/// <summary>Puts elements together, from the last to the first.</summary>
internal static class Elements
{
    /// <summary>A tag, and nothing else.</summary>
    public static TaggedElements<NoElements> Tagged(string tag) => new(tag, default);

    /// <summary>A tag before other elements.</summary>
    public static TaggedElements<TRest> Tagged<TRest>(string tag, TRest rest)
        where TRest : struct, IElements => new(tag, rest);

    /// <summary>A last element.</summary>
    public static Elements<T, NoElements> Of<T>(T last) => new(last, default);

    /// <summary>An element before others.</summary>
    public static Elements<T, TRest> Of<T, TRest>(T first, TRest rest)
        where TRest : struct, IElements => new(first, rest);
}
