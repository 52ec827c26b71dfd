namespace Mp.Benchmarks;

/// <summary>Asks a <see cref="RemoteKeeper"/> how much memory its process has.</summary>
[Message("ask_memory")]
internal sealed partial record AskMemory() : IAnsweredBy<MemoryUse>;
