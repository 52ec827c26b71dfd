namespace Mp.Wire.Authentication;

/// <summary>HMAC over <see cref="Md6"/>, with a block of 64 bytes, as nodes of AEMP 1.x use it.</summary>
/// <remarks>Source: FIPS 198-1.</remarks>
internal static class HmacMd6
{
    private const int BlockBytes = 64;

    /// <summary>The 32 bytes of the authentication code.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> shortKey = key.Length > BlockBytes ? Md6.HashData(key) : key;
        byte[] inner = Md6.HashData([.. Padded(shortKey, 0x36), .. message]);
        return Md6.HashData([.. Padded(shortKey, 0x5c), .. inner]);
    }

    private static byte[] Padded(ReadOnlySpan<byte> key, byte padding)
    {
        byte[] block = new byte[BlockBytes];
        key.CopyTo(block);
        for (int index = 0; index < block.Length; index++)
        {
            block[index] ^= padding;
        }

        return block;
    }
}
