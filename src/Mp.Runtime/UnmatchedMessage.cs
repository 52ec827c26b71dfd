namespace Mp;

/// <summary>A message that was dropped, because nobody receives it.</summary>
/// <param name="Tag">Its first element if that is a string, else <see langword="null"/>.</param>
/// <param name="PortId">The port that it was for, as text.</param>
/// <param name="Reason">Why it was dropped.</param>
public sealed record UnmatchedMessage(string? Tag, string PortId, UnmatchedReason Reason);
