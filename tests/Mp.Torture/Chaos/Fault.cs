namespace Mp.Torture.Chaos;

/// <summary>Something that goes wrong for some time.</summary>
/// <param name="Kind">What.</param>
/// <param name="Node">The node that it concerns.</param>
/// <param name="Other">The other one, of those that concern two.</param>
/// <param name="Time">For how long.</param>
internal sealed record Fault(FaultKind Kind, int Node, int Other, TimeSpan Time);
