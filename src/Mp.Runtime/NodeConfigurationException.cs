namespace Mp;

/// <summary>A node can't start, or can't go public, as configured. Names every mistake that was found.</summary>
public sealed class NodeConfigurationException : MpException
{
    internal NodeConfigurationException(IReadOnlyCollection<string> problems)
        : base("The node can't start as configured: " + string.Join(" ", problems)) => Problems = [.. problems];

    /// <summary>The mistakes, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
