namespace Mp.Matching;

/// <summary>An element as it would be after a journey, also if it made none: for tests that are a user's.</summary>
/// <param name="Value">
/// Null, a truth value, <see cref="long"/> or <see cref="ulong"/>, <see cref="double"/>, a string, bytes, an array of
/// objects or a dictionary.
/// </param>
internal readonly record struct ElementAsSent(object? Value);
