namespace Mp.Torture.Coverage;

/// <summary>An input that was the first to take a way.</summary>
/// <param name="Bytes">The input.</param>
/// <param name="Steps">The steps of its way: each an edge, and about how often it was taken.</param>
internal sealed record KeptInput(byte[] Bytes, IReadOnlyList<int> Steps);
