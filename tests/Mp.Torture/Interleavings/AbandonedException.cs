namespace Mp.Torture.Interleavings;

/// <summary>The rest of an order is of no interest.</summary>
internal sealed class AbandonedException() : Exception("The rest of this order is of no interest.");
