namespace Mp.Benchmarks.Curves;

/// <summary>A line in a figure.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);
