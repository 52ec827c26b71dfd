namespace Mp.Torture.Searching;

/// <summary>A check failed. The input that it failed on is known to the caller.</summary>
internal sealed class FindingException(string reason) : Exception(reason);
