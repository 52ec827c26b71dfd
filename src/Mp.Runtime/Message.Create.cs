using Mp.CompilerServices;
using Mp.Messages;

namespace Mp;

/// <content>Composing messages.</content>
public abstract partial class Message
{
    /// <summary>Composes a message from its elements.</summary>
    /// <remarks>Seldom needed: <c>Snd</c> takes the elements themselves.</remarks>
    public static Message Create(params ReadOnlySpan<object?> elements) => new ArrayMessage(elements.ToArray());

    /// <summary>Composes the message that a record marked <see cref="MessageAttribute"/> is.</summary>
    public static Message Create<TMessage>(TMessage message)
        where TMessage : ITypedMessage
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.ToMessage();
    }

    /// <summary>Composes a message of a tag and elements of known types: none of them is boxed.</summary>
    public static Message Create(string tag) => new TagMessage(tag);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1>(string tag, T1 element1) =>
        new TypedMessage<T1>(tag, element1);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1, T2>(string tag, T1 element1, T2 element2) =>
        new TypedMessage<T1, T2>(tag, element1, element2);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1, T2, T3>(string tag, T1 element1, T2 element2, T3 element3) =>
        new TypedMessage<T1, T2, T3>(tag, element1, element2, element3);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1, T2, T3, T4>(string tag, T1 element1, T2 element2, T3 element3, T4 element4) =>
        new TypedMessage<T1, T2, T3, T4>(tag, element1, element2, element3, element4);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1, T2, T3, T4, T5>(
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5) =>
        new TypedMessage<T1, T2, T3, T4, T5>(tag, element1, element2, element3, element4, element5);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1, T2, T3, T4, T5, T6>(
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6) =>
        new TypedMessage<T1, T2, T3, T4, T5, T6>(tag, element1, element2, element3, element4, element5, element6);

    /// <inheritdoc cref="Create(string)"/>
    public static Message Create<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        T1 element1,
        T2 element2,
        T3 element3,
        T4 element4,
        T5 element5,
        T6 element6,
        T7 element7) =>
        new TypedMessage<T1, T2, T3, T4, T5, T6, T7>(
            tag, element1, element2, element3, element4, element5, element6, element7);
}
