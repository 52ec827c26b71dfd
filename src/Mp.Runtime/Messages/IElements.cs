using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>The elements of a message that is written down: a message, or what would be put into one.</summary>
internal interface IElements
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>The tag, if there is one.</summary>
    string? Tag { get; }

    /// <summary>Writes them, in order.</summary>
    /// <exception cref="MessageEncodingException">One of them can't travel.</exception>
    void Write(ref ElementWriter writer);
}
