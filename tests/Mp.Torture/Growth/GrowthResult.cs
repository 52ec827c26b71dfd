namespace Mp.Torture.Growth;

/// <summary>What the life of a network took.</summary>
/// <param name="Steps">Its steps.</param>
/// <param name="HasAgreed">Whether all global nodes agreed in time in each of them.</param>
internal sealed record GrowthResult(IReadOnlyList<GrowthStep> Steps, bool HasAgreed);
