namespace Mp.Torture.Cuts;

/// <summary>What arrived.</summary>
/// <param name="Generations">How many messages of each generation.</param>
/// <param name="Holes">Where messages are missing.</param>
/// <param name="Disorders">What came twice, or too late, in words.</param>
internal sealed record Arrivals(
    IReadOnlyList<(long Generation, long Count)> Generations,
    IReadOnlyList<Hole> Holes,
    IReadOnlyList<string> Disorders);

/// <summary>Messages of a generation are missing before one that arrived.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="Missing">The first of those that are missing.</param>
/// <param name="Arrived">The one that arrived.</param>
/// <param name="Time">When, as a timestamp of the machine.</param>
internal sealed record Hole(long Generation, long Missing, long Arrived, long Time);
