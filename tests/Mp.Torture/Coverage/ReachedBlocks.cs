namespace Mp.Torture.Coverage;

/// <summary>Which basic blocks were reached.</summary>
/// <param name="methods">For each block the method that it is of.</param>
/// <param name="reached">For each block one, if it was reached, or zero.</param>
internal sealed class ReachedBlocks(string[] methods, byte[] reached)
{
    /// <summary>How many were.</summary>
    public int Count { get; } = reached.Count(static block => block != 0);

    /// <summary>How many of all, in percent.</summary>
    public double Percent => 100.0 * Count / methods.Length;

    /// <summary>The methods of which some were not, each with how many, and of how many.</summary>
    public IEnumerable<(string Method, int Missed, int All)> Missed { get; } =
    [
        .. from block in methods.Zip(reached)
           group block.Second by block.First into blocks
           let missed = blocks.Count(static block => block == 0)
           where missed > 0
           orderby blocks.Key
           select (blocks.Key, missed, blocks.Count()),
    ];
}
