namespace Mp.Generators.Contracts;

/// <summary>Why a text is no contract.</summary>
/// <param name="Line">The line that is wrong, from 0.</param>
/// <param name="Message">What was expected there.</param>
internal sealed record ContractError(int Line, string Message);
