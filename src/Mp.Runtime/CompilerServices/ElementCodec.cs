using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Mp.CompilerServices;

/// <summary>The codec of a type, as registered by generated code.</summary>
/// <typeparam name="T">The type that travels.</typeparam>
internal static class ElementCodec<T>
{
    private static IElementCodec<T>? _registered = BuiltInCodecs.Find<T>();
    private static IElementCodec<T>? _ofArray;

    /// <summary>
    /// Whether <typeparamref name="T"/> stands for other types, which travel otherwise as themselves.
    /// </summary>
    public static bool IsUnion => _registered is IUnionCodec<T>;

    /// <summary>Registers the codec of <typeparamref name="T"/>. The first one stays.</summary>
    public static void Register(IElementCodec<T> codec)
    {
        if (Interlocked.CompareExchange(ref _registered, codec, null) is null)
        {
            // What is only known as an object is written by the codec of what it is.
            DynamicCodecs.Register(codec);
        }
    }

    /// <summary>The codec, if there is one.</summary>
    public static bool TryFind([NotNullWhen(true)] out IElementCodec<T>? codec)
    {
        if (_registered is null)
        {
            // The codec of a payload type is registered when its assembly initializes. If no code of that assembly
            // has run yet, as with a default value of a struct, that is still to come.
            RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        }

        codec = _registered;
        return codec is not null;
    }

    /// <summary>
    /// The codec to read with, if there is one: of arrays too that no generated code has put together.
    /// </summary>
    public static bool TryFindReader([NotNullWhen(true)] out IElementCodec<T>? codec)
    {
        if (!TryFind(out codec) && typeof(T).IsArray)
        {
            codec = _ofArray ??= ArrayCodecs.Find<T>();
        }

        return codec is not null;
    }

    /// <summary>Writes a value as one element.</summary>
    /// <exception cref="MessageEncodingException">The value can't travel.</exception>
    public static void Write(ref ElementWriter writer, T value)
    {
        if (typeof(T) == typeof(int))
        {
            writer.WriteInt64((int)(object)value!);
        }
        else if (typeof(T) == typeof(long))
        {
            writer.WriteInt64((long)(object)value!);
        }
        else if (typeof(T) == typeof(PortId))
        {
            writer.WritePortId((PortId)(object)value!);
        }
        else if (!typeof(T).IsValueType && value is null)
        {
            writer.WriteNull();
        }
        else if (_registered is { } codec)
        {
            codec.Write(ref writer, value);
        }
        else
        {
            WriteUnregistered(ref writer, value);
        }
    }

    private static void WriteUnregistered(ref ElementWriter writer, T value)
    {
        if (TryFind(out IElementCodec<T>? codec))
        {
            codec.Write(ref writer, value);
        }
        else
        {
            DynamicCodecs.Write(ref writer, value);
        }
    }
}
