namespace Mp.Testing;

/// <summary>A promise that a history breaks.</summary>
/// <param name="Invariant">Which one: <c>I1</c> and so on, as in the guarantees; or <c>scenario</c>.</param>
/// <param name="Time">When it was broken.</param>
/// <param name="Text">What happened.</param>
/// <param name="Nodes">The nodes that it concerns, for the chart; none means all.</param>
public sealed record Violation(string Invariant, TimeSpan Time, string Text, IReadOnlyList<string> Nodes)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Invariant} at {Time.TotalSeconds:0.000000} s: {Text}";
}
