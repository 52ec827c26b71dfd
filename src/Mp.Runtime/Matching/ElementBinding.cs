using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>Binds an element to a handler's parameter, by the very reads that generated match tables do.</summary>
/// <typeparam name="T">The type of the parameter.</typeparam>
internal static class ElementBinding<T>
{
    // A struct around a port ID and nothing else, whatever class of ports it is of.
    private static readonly bool IsTypedPortId = default(T) is ITypedPortId;

    /// <summary>Makes sure that elements can be read as this type.</summary>
    /// <param name="handler">The handler with such a parameter.</param>
    /// <exception cref="ArgumentException">They can't.</exception>
    public static void Require(Delegate handler)
    {
        if (typeof(T) != typeof(Message) && !IsTypedPortId && !ElementCodec<T>.TryFind(out _))
        {
            throw new ArgumentException(
                $"A handler that is added at run time can't take a '{typeof(T)}', as no codec is known for it. Mark a "
                + "record of it with [Payload], or take the Message, or object, and look what it is.",
                nameof(handler));
        }
    }

    // The tests of types are settled by the JIT for value types.
    public static bool TryGet(MemoryMessage message, int index, [MaybeNullWhen(false)] out T value)
    {
        if (typeof(T) == typeof(int))
        {
            bool isInteger = message.TryGetInteger(index, out int integer);
            value = (T)(object)integer;
            return isInteger;
        }

        if (typeof(T) == typeof(long))
        {
            bool isInteger = message.TryGetInt64(index, out long integer);
            value = (T)(object)integer;
            return isInteger;
        }

        if (typeof(T) == typeof(double))
        {
            bool isNumber = message.TryGetDouble(index, out double number);
            value = (T)(object)number;
            return isNumber;
        }

        if (typeof(T) == typeof(PortId))
        {
            bool isPortId = message.TryGetPortId(index, out PortId id);
            value = (T)(object)id;
            return isPortId;
        }

        if (IsTypedPortId)
        {
            bool isPortId = message.TryGetPortId(index, out PortId id);
            value = Unsafe.BitCast<PortId, T>(id);
            return isPortId;
        }

        value = default;
        return ElementCodec<T>.TryFind(out IElementCodec<T>? codec) && message.TryGetCoded(index, codec, out value);
    }

    public static bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (IsTypedPortId)
        {
            bool isPortId = reader.TryReadPortId(out PortId id);
            value = Unsafe.BitCast<PortId, T>(id);
            return isPortId;
        }

        value = default;
        return ElementCodec<T>.TryFind(out IElementCodec<T>? codec) && reader.TryReadCoded(codec, out value);
    }
}
