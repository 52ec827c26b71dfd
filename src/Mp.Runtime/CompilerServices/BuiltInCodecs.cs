using System.ComponentModel;
using System.Numerics;
using System.Text;

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

    /// <summary>Numbers in half precision.</summary>
    public static IElementCodec<Half> Half { get; } = new HalfCodec();

    /// <summary>Integers of 128 bits: those beyond 64 travel as texts.</summary>
    public static IElementCodec<Int128> Int128 { get; } = new Int128Codec();

    /// <summary>Unsigned integers of 128 bits: those beyond 64 travel as texts.</summary>
    public static IElementCodec<UInt128> UInt128 { get; } = new UInt128Codec();

    /// <summary>Integers of any length: they travel as bytes.</summary>
    public static IElementCodec<BigInteger> BigInteger { get; } = new BigIntegerCodec();

    /// <summary>Decimal numbers: they travel as texts.</summary>
    public static IElementCodec<decimal> Decimal { get; } = new DecimalCodec();

    /// <summary>Characters of Unicode: they travel as integers.</summary>
    public static IElementCodec<Rune> Rune { get; } = new RuneCodec();

    /// <summary>GUIDs: they travel as texts.</summary>
    public static IElementCodec<Guid> Guid { get; } = new GuidCodec();

    /// <summary>Dates and times: they travel as moments.</summary>
    public static IElementCodec<DateTime> DateTime { get; } = new DateTimeCodec();

    /// <summary>Dates and times with an offset: they travel as a moment and the minutes.</summary>
    public static IElementCodec<DateTimeOffset> DateTimeOffset { get; } = new DateTimeOffsetCodec();

    /// <summary>Dates: they travel as a number of days.</summary>
    public static IElementCodec<DateOnly> DateOnly { get; } = new DateOnlyCodec();

    /// <summary>Times of day: they travel as a number of 100 ns.</summary>
    public static IElementCodec<TimeOnly> TimeOnly { get; } = new TimeOnlyCodec();

    /// <summary>Lengths of time: they travel as a number of 100 ns.</summary>
    public static IElementCodec<TimeSpan> TimeSpan { get; } = new TimeSpanCodec();

    /// <summary>URIs: they travel as texts.</summary>
    public static IElementCodec<Uri> Uri { get; } = new UriCodec();

    /// <summary>Versions: they travel as texts.</summary>
    public static IElementCodec<Version> Version { get; } = new VersionCodec();

    /// <summary>Binary data that may be changed.</summary>
    public static IElementCodec<Memory<byte>> WritableMemory { get; } = new WritableMemoryCodec();

    /// <summary>Binary data, in a part of an array.</summary>
    public static IElementCodec<ArraySegment<byte>> Segment { get; } = new SegmentCodec();

    /// <summary>Messages within messages: they travel as arrays of their elements.</summary>
    public static IElementCodec<Message> Message { get; } = new MessageCodec();

    /// <summary>Any element, as what it is.</summary>
    public static IElementCodec<object?> Object { get; } = new ObjectCodec();

    // Each value type with its nullable form. Looked through once for each type that is asked for.
    private static readonly object[] All =
    [
        .. Both(Boolean), .. Both(Byte), .. Both(SByte), .. Both(Int16), .. Both(UInt16), .. Both(Int32),
        .. Both(UInt32), .. Both(Int64), .. Both(UInt64), .. Both(Char), .. Both(Single), .. Both(Double),
        .. Both(PortId), .. Both(Memory), .. Both(Half), .. Both(Int128), .. Both(UInt128), .. Both(BigInteger),
        .. Both(Decimal), .. Both(Rune), .. Both(Guid), .. Both(DateTime), .. Both(DateTimeOffset), .. Both(DateOnly),
        .. Both(TimeOnly), .. Both(TimeSpan), .. Both(WritableMemory), .. Both(Segment), String, Bytes, Uri, Version,
        Message, Object,
    ];

    /// <summary>The codec of one of the types above, or of an enum, or nothing.</summary>
    internal static IElementCodec<T>? Find<T>() =>
        All.OfType<IElementCodec<T>>().FirstOrDefault() ?? (typeof(T).IsEnum ? new AnyEnumCodec<T>() : null);

    /// <summary>The codecs of the types that an object may turn out to be, and which nothing else tells.</summary>
    internal static IEnumerable<KeyValuePair<Type, RegisteredCodec>> OfObjects() =>
    [
        Registered(Half), Registered(Int128), Registered(UInt128), Registered(BigInteger), Registered(Decimal),
        Registered(Rune), Registered(Guid), Registered(DateTime), Registered(DateTimeOffset), Registered(DateOnly),
        Registered(TimeOnly), Registered(TimeSpan), Registered(Uri), Registered(Version), Registered(WritableMemory),
        Registered(Segment),
    ];

    private static object[] Both<T>(IElementCodec<T> codec)
        where T : struct => [codec, new NullableCodec<T>(codec)];

    private static KeyValuePair<Type, RegisteredCodec> Registered<T>(IElementCodec<T> codec) =>
        new(typeof(T), new RegisteredCodec<T>(codec));
}
