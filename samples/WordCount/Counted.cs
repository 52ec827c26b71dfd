namespace WordCount;

/// <summary>The answer to a chunk: <c>["counted", worker, which, {word: count}]</c>.</summary>
[Message("counted")]
internal readonly partial record struct Counted(PortId Worker, int Chunk, Dictionary<string, long> Counts);
