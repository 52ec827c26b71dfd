using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>An element, and those after it. Costs no object: what is only written down needs none.</summary>
internal readonly struct Elements<T, TRest>(T first, TRest rest) : IElements
    where TRest : struct, IElements
{
    public int Count => 1 + rest.Count;

    public string? Tag => null;

    public void Write(ref ElementWriter writer)
    {
        writer.WriteElement(first);
        rest.Write(ref writer);
    }
}
