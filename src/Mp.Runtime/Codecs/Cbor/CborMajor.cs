namespace Mp.Codecs.Cbor;

/// <summary>The major types. Source: RFC 8949, section 3.1.</summary>
internal enum CborMajor : byte
{
    Unsigned = 0,
    Negative = 1,
    Bytes = 2,
    Text = 3,
    Array = 4,
    Map = 5,
    Tag = 6,

    /// <summary>Floating-point numbers, simple values, and the break that ends an indefinite length.</summary>
    Other = 7,
}
