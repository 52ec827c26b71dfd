namespace Mp.Torture.Soak;

/// <summary>What messages carry: it follows from their numbers, so who receives one knows whether it is right.</summary>
internal static class Cargo
{
    private const int SmallBytes = 256;
    private const int LargeBytes = 16 * 1024;
    private const int HugeBytes = 1024 * 1024;
    private const int LargeEvery = 100;
    private const int HugeEvery = 4_000;
    private const int MostValues = 16;

    public static string Text(long number) => string.Create((int)(number % SmallBytes), number, static (text, number) =>
    {
        for (int index = 0; index < text.Length; index++)
        {
            // One to three bytes each, when it is written.
            text[index] = (char)('a' + ((number + index) % 3 * 700));
        }
    });

    public static byte[] Bytes(long number)
    {
        byte[] bytes = new byte[SizeOf(number)];
        bytes.AsSpan().Fill((byte)number);
        return bytes;
    }

    public static bool AreBytes(long number, ReadOnlySpan<byte> bytes) =>
        bytes.Length == SizeOf(number) && !bytes.ContainsAnyExcept((byte)number);

    public static long[] Values(long number) =>
        [.. Enumerable.Range(0, (int)(number % MostValues)).Select(index => (number << (index * 3)) * (1 - (index % 2 * 2)))];

    public static Dictionary<string, long?> Map(long number) => Values(number)
        .Select(static (value, index) => (Key: $"key {index}", Value: index % 3 == 0 ? null : (long?)value))
        .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);

    private static long SizeOf(long number) => (number % HugeEvery, number % LargeEvery) switch
    {
        (1, _) => HugeBytes,
        (_, 2) => LargeBytes,
        _ => number % SmallBytes,
    };
}
