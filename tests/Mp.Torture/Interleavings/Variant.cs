using Mp.Testing.Loops;

namespace Mp.Torture.Interleavings;

/// <summary>One way in which a step can go.</summary>
/// <param name="Choices">What was decided within it, as text.</param>
/// <param name="Touched">What it touched.</param>
internal readonly record struct Variant(string Choices, Footprint Touched);
