using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>A tag, and the elements after it.</summary>
internal readonly struct TaggedElements<TRest>(string tag, TRest rest) : IElements
    where TRest : struct, IElements
{
    public int Count => 1 + rest.Count;

    public string? Tag => tag;

    public void Write(ref ElementWriter writer)
    {
        writer.WriteTag(tag);
        rest.Write(ref writer);
    }
}
