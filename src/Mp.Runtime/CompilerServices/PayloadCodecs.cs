using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>The codecs of payload types. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadCodecs
{
    /// <summary>Registers the codec of a type, when its assembly initializes. The first one stays.</summary>
    public static void Register<T>(IElementCodec<T> codec) => ElementCodec<T>.Register(codec);

    /// <summary>The codec of a type of this or another assembly.</summary>
    /// <exception cref="InvalidOperationException">The type's assembly has registered none.</exception>
    public static IElementCodec<T> Of<T>() => ElementCodec<T>.TryFind(out IElementCodec<T>? codec)
        ? codec
        : throw new InvalidOperationException(
            $"No codec is registered for '{typeof(T)}': mark it with [Payload], and build its project with Mp's "
            + "generator.");

    /// <summary>What is thrown of a value whose type is none of those that a union stands for.</summary>
    public static MessageEncodingException NotOfUnion<T>(T value) => new(
        $"its type '{value?.GetType()}' has no number in the union '{typeof(T)}'; give it one by [Union]");
}
