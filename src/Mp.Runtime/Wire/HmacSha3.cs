using System.Security.Cryptography;

namespace Mp.Wire;

/// <summary>HMAC-SHA3-512: the platform's where it has one, else our own.</summary>
/// <remarks>Sources: FIPS 198-1 and FIPS 202.</remarks>
internal static class HmacSha3
{
    /// <summary>The length of an authentication code, in bytes.</summary>
    public const int HashBytes = Sha3.HashBytes;

    /// <summary>Writes the 64 bytes of the authentication code.</summary>
    public static void HashData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> hash)
    {
        if (HMACSHA3_512.IsSupported)
        {
            HMACSHA3_512.HashData(key, message, hash);
        }
        else
        {
            HashDataManaged(key, message, hash);
        }
    }

    /// <summary>The same without the platform's library.</summary>
    internal static void HashDataManaged(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> hash)
    {
        Span<byte> block = stackalloc byte[Sha3.BlockBytes];
        block.Clear();
        if (key.Length > block.Length)
        {
            Sha3.HashData(key, block);
        }
        else
        {
            key.CopyTo(block);
        }

        Span<byte> innerHash = stackalloc byte[HashBytes];
        HashPadded(block, 0x36, message, innerHash);
        HashPadded(block, 0x5c, innerHash, hash);
        CryptographicOperations.ZeroMemory(block);
    }

    private static void HashPadded(ReadOnlySpan<byte> key, byte padding, ReadOnlySpan<byte> message, Span<byte> hash)
    {
        Span<byte> block = stackalloc byte[Sha3.BlockBytes];
        for (int index = 0; index < block.Length; index++)
        {
            block[index] = (byte)(key[index] ^ padding);
        }

        var sha3 = new Sha3();
        sha3.Append(block);
        sha3.Append(message);
        sha3.Finish(hash);
        CryptographicOperations.ZeroMemory(block);
    }
}
