namespace Mp.Testing.Tests.Coverage;

/// <summary>A parser of something made up, which fails on one input in a great many.</summary>
internal static class PlantedParser
{
    /// <summary>Whether it fails: eight conditions, each of which is looked at only if those before it hold.</summary>
    public static bool Fails(ReadOnlySpan<byte> input)
    {
        if (input.Length < 8 || input[0] != 'M' || input[1] != 'p')
        {
            return false;
        }

        int version = (input[2] << 8) | input[3];
        if (version < 0x0102 || version > 0x0110)
        {
            return false;
        }

        if ((input[4] & 0xf0) != 0xa0 || input[5] != (input[4] ^ 0x5a))
        {
            return false;
        }

        return input[6] > 250 && input[7] == input.Length;
    }
}
