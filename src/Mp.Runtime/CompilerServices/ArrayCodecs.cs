using System.Collections.Concurrent;

namespace Mp.CompilerServices;

/// <summary>The codecs of arrays, for whoever reads one that no generated code has put together.</summary>
internal static class ArrayCodecs
{
    private static readonly ConcurrentDictionary<Type, RegisteredCodec> OfRegistered = new();

    /// <summary>Remembers of what generated code has registered that there may be arrays of it.</summary>
    public static void Register<T>(RegisteredCodec codec) => OfRegistered[typeof(T[])] = codec;

    /// <summary>The codec of an array of what every program knows, or of what was registered; or nothing.</summary>
    public static IElementCodec<T>? Find<T>() =>
        BuiltIn.All.OfType<IElementCodec<T>>().FirstOrDefault()
        ?? OfRegistered.GetValueOrDefault(typeof(T))?.CreateArrayCodec() as IElementCodec<T>;

    // Made when somebody asks for the first array, which most programs never do.
    private static class BuiltIn
    {
        public static readonly object[] All =
        [
            new ArrayCodec<bool>(BuiltInCodecs.Boolean), new ArrayCodec<sbyte>(BuiltInCodecs.SByte),
            new ArrayCodec<short>(BuiltInCodecs.Int16), new ArrayCodec<ushort>(BuiltInCodecs.UInt16),
            new ArrayCodec<int>(BuiltInCodecs.Int32), new ArrayCodec<uint>(BuiltInCodecs.UInt32),
            new ArrayCodec<long>(BuiltInCodecs.Int64), new ArrayCodec<ulong>(BuiltInCodecs.UInt64),
            new ArrayCodec<char>(BuiltInCodecs.Char), new ArrayCodec<float>(BuiltInCodecs.Single),
            new ArrayCodec<double>(BuiltInCodecs.Double), new ArrayCodec<decimal>(BuiltInCodecs.Decimal),
            new ArrayCodec<string>(BuiltInCodecs.String), new ArrayCodec<PortId>(BuiltInCodecs.PortId),
            new ArrayCodec<Guid>(BuiltInCodecs.Guid), new ArrayCodec<DateTime>(BuiltInCodecs.DateTime),
            new ArrayCodec<DateTimeOffset>(BuiltInCodecs.DateTimeOffset),
            new ArrayCodec<DateOnly>(BuiltInCodecs.DateOnly), new ArrayCodec<TimeOnly>(BuiltInCodecs.TimeOnly),
            new ArrayCodec<TimeSpan>(BuiltInCodecs.TimeSpan), new ArrayCodec<Uri>(BuiltInCodecs.Uri),
            new ArrayCodec<Version>(BuiltInCodecs.Version), new ArrayCodec<byte[]>(BuiltInCodecs.Bytes),
            new ArrayCodec<Message>(BuiltInCodecs.Message), new ArrayCodec<object?>(BuiltInCodecs.Object),
        ];
    }
}
