namespace Mp.Torture.Searching;

/// <summary>An input that showed an error of ours.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Input">The input.</param>
internal sealed record Finding(string Reason, byte[] Input);
