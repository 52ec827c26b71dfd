using Microsoft.Extensions.Logging;

namespace Mp.TestKit;

/// <summary>One line that was logged.</summary>
/// <param name="Category">Who logged it.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Id">What it is.</param>
/// <param name="Text">The line as a person reads it.</param>
/// <param name="Exception">What was thrown, if anything.</param>
public sealed record LogEntry(string Category, LogLevel Level, int Id, string Text, Exception? Exception);
