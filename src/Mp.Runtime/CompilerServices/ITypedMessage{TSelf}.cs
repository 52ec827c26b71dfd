using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A value that is a whole message, and can be read from one. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The type that implements it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITypedMessage<TSelf> : ITypedMessage
    where TSelf : ITypedMessage<TSelf>
{
    /// <summary>How many elements the message has, the tag included.</summary>
    static abstract int ElementCount { get; }

    /// <summary>The value, if the first elements of the message are one: the tag, and the members after it.</summary>
    static abstract bool TryGet(MemoryMessage message, [MaybeNullWhen(false)] out TSelf value);

    /// <summary>The value, if the first elements of the message are one: the tag, and the members after it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reader">Stands at the first element; behind the value afterwards, or anywhere if it is
    /// none.</param>
    /// <param name="value">The value.</param>
    static abstract bool TryRead(
        WireMessage message,
        ref ElementReader reader,
        [MaybeNullWhen(false)] out TSelf value);
}
