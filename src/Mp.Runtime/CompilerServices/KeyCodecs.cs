using System.ComponentModel;
using System.Numerics;

namespace Mp.CompilerServices;

/// <summary>The codecs of the keys of maps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyCodecs
{
    /// <summary>Texts.</summary>
    public static IKeyCodec<string> String { get; } = new StringKeyCodec();

    /// <summary>GUIDs, as their texts.</summary>
    public static IKeyCodec<Guid> Guid { get; } = new GuidKeyCodec();

    /// <summary>Integers, as their decimal texts.</summary>
    public static IKeyCodec<T> Integer<T>()
        where T : struct, IBinaryInteger<T> => new IntegerKeyCodec<T>();

    /// <summary>Enums, as the decimal texts of the integers beneath them.</summary>
    public static IKeyCodec<TEnum> Enum<TEnum>()
        where TEnum : struct, Enum => new EnumKeyCodec<TEnum>();
}
