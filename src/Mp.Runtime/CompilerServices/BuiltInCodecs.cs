using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>
/// The codecs of the types that every program knows, to build those of collections and payloads from.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuiltInCodecs
{
    /// <summary>Truth values.</summary>
    public static IElementCodec<bool> Boolean { get; } = new BooleanCodec();

    /// <summary>8-bit integers.</summary>
    public static IElementCodec<byte> Byte { get; } = new IntegerCodec<byte>();

    /// <summary>Signed 8-bit integers.</summary>
    public static IElementCodec<sbyte> SByte { get; } = new IntegerCodec<sbyte>();

    /// <summary>16-bit integers.</summary>
    public static IElementCodec<short> Int16 { get; } = new IntegerCodec<short>();

    /// <summary>Unsigned 16-bit integers.</summary>
    public static IElementCodec<ushort> UInt16 { get; } = new IntegerCodec<ushort>();

    /// <summary>32-bit integers.</summary>
    public static IElementCodec<int> Int32 { get; } = new IntegerCodec<int>();

    /// <summary>Unsigned 32-bit integers.</summary>
    public static IElementCodec<uint> UInt32 { get; } = new IntegerCodec<uint>();

    /// <summary>64-bit integers.</summary>
    public static IElementCodec<long> Int64 { get; } = new IntegerCodec<long>();

    /// <summary>Unsigned 64-bit integers.</summary>
    public static IElementCodec<ulong> UInt64 { get; } = new IntegerCodec<ulong>();

    /// <summary>UTF-16 code units: they travel as integers.</summary>
    public static IElementCodec<char> Char { get; } = new IntegerCodec<char>();

    /// <summary>Numbers in single precision.</summary>
    public static IElementCodec<float> Single { get; } = new SingleCodec();

    /// <summary>Numbers.</summary>
    public static IElementCodec<double> Double { get; } = new DoubleCodec();

    /// <summary>Texts.</summary>
    public static IElementCodec<string> String { get; } = new StringCodec();

    /// <summary>Port IDs.</summary>
    public static IElementCodec<PortId> PortId { get; } = new PortIdCodec();

    /// <summary>Binary data.</summary>
    public static IElementCodec<byte[]> Bytes { get; } = new BytesCodec();

    /// <summary>Binary data.</summary>
    public static IElementCodec<ReadOnlyMemory<byte>> Memory { get; } = new MemoryCodec();

    /// <summary>Any element, as what it is.</summary>
    public static IElementCodec<object?> Object { get; } = new ObjectCodec();

    /// <summary>The codec of one of the types above, or of an enum, or nothing.</summary>
    internal static IElementCodec<T>? Find<T>() =>
        (Boolean as IElementCodec<T>) ?? (Byte as IElementCodec<T>) ?? (SByte as IElementCodec<T>)
        ?? (Int16 as IElementCodec<T>) ?? (UInt16 as IElementCodec<T>) ?? (UInt32 as IElementCodec<T>)
        ?? (Int32 as IElementCodec<T>) ?? (Int64 as IElementCodec<T>) ?? (UInt64 as IElementCodec<T>)
        ?? (Char as IElementCodec<T>) ?? (Single as IElementCodec<T>) ?? (Double as IElementCodec<T>)
        ?? (String as IElementCodec<T>) ?? (PortId as IElementCodec<T>) ?? (Bytes as IElementCodec<T>)
        ?? (Memory as IElementCodec<T>) ?? (Object as IElementCodec<T>)
        ?? (typeof(T).IsEnum ? new AnyEnumCodec<T>() : null);
}
