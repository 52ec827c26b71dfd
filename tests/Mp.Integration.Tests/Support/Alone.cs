namespace Mp.Integration.Tests.Support;

/// <summary>Tests that touch what the process has one of: its environment, its count of allocated bytes.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
