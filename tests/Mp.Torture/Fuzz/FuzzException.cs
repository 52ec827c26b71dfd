namespace Mp.Torture.Fuzz;

/// <summary>A check failed. The input that it failed on is known to the caller.</summary>
internal sealed class FuzzException(string reason) : Exception(reason);
