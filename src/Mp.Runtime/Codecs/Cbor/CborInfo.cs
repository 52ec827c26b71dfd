namespace Mp.Codecs.Cbor;

/// <summary>What the low five bits of an initial byte mean, and the tags that are known. Source: RFC 8949.</summary>
internal static class CborInfo
{
    /// <summary>How far the initial byte itself says the argument.</summary>
    public const byte MaxDirect = 23;

    /// <summary>The argument follows in 1 byte; 2, 4 and 8 bytes are the values after it.</summary>
    public const byte OneByte = 24;

    /// <summary>The argument follows in 8 bytes. What is between this and the next is not defined.</summary>
    public const byte EightBytes = 27;

    /// <summary>An indefinite length, or its end.</summary>
    public const byte Indefinite = 31;

    public const byte False = 20;
    public const byte True = 21;
    public const byte Null = 22;
    public const byte Undefined = 23;
    public const byte Half = 25;
    public const byte Single = 26;
    public const byte Double = 27;

    public const ulong DateText = 0;
    public const ulong EpochSeconds = 1;
    public const ulong BigUnsigned = 2;
    public const ulong BigNegative = 3;

    /// <summary>No tag at all, which is no number that stands for one.</summary>
    public const ulong NoTag = ulong.MaxValue;
}
