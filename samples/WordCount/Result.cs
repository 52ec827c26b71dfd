namespace WordCount;

/// <summary>What was counted, and by whom.</summary>
internal sealed record Result(IReadOnlyDictionary<string, long> Counts, IReadOnlyList<Share> Shares);
