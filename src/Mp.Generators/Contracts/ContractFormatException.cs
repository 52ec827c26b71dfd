namespace Mp.Generators.Contracts;

/// <summary>A text is no contract.</summary>
/// <param name="message">What was expected.</param>
internal sealed class ContractFormatException(string message) : Exception(message);
