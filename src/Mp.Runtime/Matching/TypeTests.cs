using System.Collections.Frozen;
using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>The tests for elements that can be read as a type, by that type.</summary>
internal static class TypeTests
{
    private static readonly FrozenDictionary<Type, ElementTest> BuiltIn = new[]
    {
        Of<bool>(), Of<byte>(), Of<sbyte>(), Of<short>(), Of<ushort>(), Of<int>(), Of<uint>(), Of<long>(), Of<ulong>(),
        Of<char>(), Of<float>(), Of<double>(), Of<string>(), Of<PortId>(), Of<byte[]>(), Of<ReadOnlyMemory<byte>>(),
        Of<object>(),
    }.ToFrozenDictionary();

    /// <summary>The test for a type, or nothing if no codec is known for it.</summary>
    public static ElementTest? Find(Type type)
    {
        if (BuiltIn.TryGetValue(type.IsEnum ? UnderlyingTypeOf(type) : type, out ElementTest? test))
        {
            return test;
        }

        return DynamicCodecs.Find(type) is { } codec ? (ref source) => source.TryPass(codec) : null;
    }

    private static KeyValuePair<Type, ElementTest> Of<T>() =>
        new(typeof(T), static (ref source) => source.TryTake<T>(out _));

    // An enum takes every integer that fits, whether or not it has a name.
    private static Type UnderlyingTypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => typeof(sbyte),
        TypeCode.Byte => typeof(byte),
        TypeCode.Int16 => typeof(short),
        TypeCode.UInt16 => typeof(ushort),
        TypeCode.UInt32 => typeof(uint),
        TypeCode.Int64 => typeof(long),
        TypeCode.UInt64 => typeof(ulong),
        _ => typeof(int),
    };
}
