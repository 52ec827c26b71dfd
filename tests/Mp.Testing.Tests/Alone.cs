namespace Mp.Testing.Tests;

/// <summary>Tests that measure what the whole process has in memory: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
