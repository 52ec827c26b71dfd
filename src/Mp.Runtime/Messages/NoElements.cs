using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>What comes after the last element.</summary>
internal readonly struct NoElements : IElements
{
    public int Count => 0;

    public string? Tag => null;

    public void Write(ref ElementWriter writer)
    {
    }
}
