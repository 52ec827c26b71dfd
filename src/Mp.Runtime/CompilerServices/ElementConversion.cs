using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Mp.CompilerServices;

/// <summary>
/// What an element of a message in memory is taken for. The rules are those of the wire, without the journey where that
/// is possible: every integer is one integer, whatever its width; a port ID is its text.
/// </summary>
/// <remarks>The tests of types are settled when the JIT compiles for a value type; nothing is boxed.</remarks>
internal static class ElementConversion
{
    private const int MaxScratchBytes = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _threadScratch;

    public static bool IsNull<T>(T element) =>
        element is null or PortId { IsNone: true } or ITypedPortId { Id.IsNone: true };

    public static bool TryToInt64<T>(T element, out long value)
    {
        if (typeof(T) == typeof(int))
        {
            value = (int)(object)element!;
            return true;
        }

        if (typeof(T) == typeof(long))
        {
            value = (long)(object)element!;
            return true;
        }

        return TryToInt64Slowly(element, out value);
    }

    public static bool TryToUInt64<T>(T element, out ulong value)
    {
        if (typeof(T) == typeof(ulong))
        {
            value = (ulong)(object)element!;
            return true;
        }

        if (TryToInt64(element, out long signed))
        {
            value = (ulong)signed;
            return signed >= 0;
        }

        return IsOtherStruct<T>() ? ScalarConversion.TryToUInt64(element, out value)
            : BoxedNumber.TryToUInt64(element, out value) || ScalarConversion.TryToUInt64(element, out value);
    }

    public static bool TryToDouble<T>(T element, out double value)
    {
        if (typeof(T) == typeof(double))
        {
            value = (double)(object)element!;
            return true;
        }

        if (ScalarConversion.Is(element, out value))
        {
            return true;
        }

        if (ScalarConversion.Is(element, out float single))
        {
            value = single;
            return true;
        }

        if (ScalarConversion.Is(element, out Half half))
        {
            value = (double)half;
            return true;
        }

        if (TryToInt64(element, out long signed))
        {
            value = signed;
            return true;
        }

        bool isUnsigned = TryToUInt64(element, out ulong unsigned);
        value = unsigned;
        return isUnsigned;
    }

    public static bool TryToBoolean<T>(T element, out bool value) =>
        ScalarConversion.Is(element, out value);

    public static bool TryToString<T>(T element, [NotNullWhen(true)] out string? value)
    {
        value = element switch
        {
            string text => text,
            PortId { IsNone: false } id => id.ToString(),
            ITypedPortId { Id.IsNone: false } id => id.Id.ToString(),
            Port { IsCreated: true } port => port.Self.ToString(),
            _ => ScalarConversion.ToText(element),
        };
        return value is not null;
    }

    public static bool TryToPortId<T>(T element, out PortId value)
    {
        if (element is PortId id)
        {
            value = id;
            return !id.IsNone;
        }

        if (element is ITypedPortId typed)
        {
            value = typed.Id;
            return !value.IsNone;
        }

        value = default;
        if (element is Port { IsCreated: true } port)
        {
            value = port.Self;
            return true;
        }

        return element is string text
            && text.Contains('#', StringComparison.Ordinal)
            && PortId.TryParse(text, out value);
    }

    /// <summary>
    /// The element itself if it is a <typeparamref name="TTarget"/>, else what the wire would make of it.
    /// </summary>
    public static bool TryConvert<TElement, TTarget>(
        TElement element,
        IElementCodec<TTarget> codec,
        [MaybeNullWhen(false)] out TTarget value)
    {
        if (typeof(TElement) == typeof(TTarget) && typeof(TTarget).IsValueType)
        {
            value = Unsafe.As<TElement, TTarget>(ref element);
            return true;
        }

        // An int[] passes for a uint[] with the runtime, but not on the wire, where a negative number is none.
        if (element is TTarget same
            && !(typeof(TTarget).IsArray && element.GetType() != typeof(TTarget))
            && (codec is not IElementGuard guard || guard.Admits(same))
            && (typeof(TElement) == typeof(TTarget) || !IsOfUnion<TElement, TTarget>()))
        {
            value = same;
            return true;
        }

        return TryConvertByTheWire(element, codec, out value);
    }

    // What is sent as a union has a number in front on the wire, and what is sent as itself has none.
    private static bool IsOfUnion<TElement, TTarget>() =>
        ElementCodec<TElement>.IsUnion || ElementCodec<TTarget>.IsUnion;

    private static bool TryToInt64Slowly<T>(T element, out long value)
    {
        // short, char, an enum, ...: known to the JIT when T is a value type, found by what it is otherwise.
        if (typeof(T).IsValueType && !EnumValue<T>.IsUnsigned64 && EnumValue<T>.IsInteger)
        {
            value = EnumValue<T>.ToInt64(element);
            return true;
        }

        return IsOtherStruct<T>() ? ScalarConversion.TryToInt64(element, out value)
            : BoxedNumber.TryToInt64(element, out value) || ScalarConversion.TryToInt64(element, out value);
    }

    // A struct that is neither an integer nor the nullable form of one, so that looking for one needs no object.
    private static bool IsOtherStruct<T>() => ScalarConversion.IsStruct<T>() && !EnumValue<T>.IsInteger;

    private static bool TryConvertByTheWire<TElement, TTarget>(
        TElement element,
        IElementCodec<TTarget> codec,
        [MaybeNullWhen(false)] out TTarget value)
    {
        ArrayBufferWriter<byte> scratch = _threadScratch ?? new ArrayBufferWriter<byte>();
        _threadScratch = null;
        try
        {
            var writer = new ElementWriter(scratch);
            writer.WriteElement(element);
            writer.Flush();
            var reader = new ElementReader(scratch.WrittenSpan);
            return reader.TryReadCoded(codec, out value);
        }
        catch (MessageEncodingException)
        {
            // What can't travel is not what the handler waits for; the message goes on to the next handler.
            value = default;
            return false;
        }
        finally
        {
            // One large element must not cost every thread its size for good.
            scratch.ResetWrittenCount();
            _threadScratch = scratch.Capacity <= MaxScratchBytes ? scratch : null;
        }
    }
}
