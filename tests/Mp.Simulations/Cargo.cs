namespace Mp.Simulations;

/// <summary>What messages carry besides their number: some bytes, some values, some depth.</summary>
internal static class Cargo
{
    // A message has a few values and bytes besides its cargo: its array, the port, the tag, the sender, the number.
    private const int OtherValues = 10;
    private const int OtherBytes = 300;
    private const int MostBytes = 4096;
    private const int DeepestSent = 20;

    /// <summary>Something that the sender itself may send; the receiver may not want it.</summary>
    public static object?[] Draw(Random random, NodeLimits sender) => random.Next(12) switch
    {
        0 => [new string('x', random.Next(Math.Min(MostBytes, sender.FrameBytes - OtherBytes)))],
        1 => [.. Enumerable.Range(0, random.Next(Math.Min(100, sender.Values - OtherValues))).Cast<object?>()],
        2 => Nested(random.Next(1, Math.Min(DeepestSent, sender.Values - OtherValues))),
        _ => [],
    };

    /// <summary>How deep arrays are nested in arrays.</summary>
    public static int DepthOf(object? cargo) =>
        cargo is IEnumerable<object?> values ? 1 + values.Select(DepthOf).DefaultIfEmpty(0).Max() : 0;

    private static object?[] Nested(int depth) => depth == 1 ? [] : [Nested(depth - 1)];
}
