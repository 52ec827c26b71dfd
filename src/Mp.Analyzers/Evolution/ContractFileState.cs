using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>What a file of contracts is, beside the contracts as they are now.</summary>
/// <param name="Changes">What has changed since it was written.</param>
/// <param name="Error">Why it can't be read, or nothing.</param>
internal sealed record ContractFileState(IReadOnlyList<ContractChange> Changes, ContractError? Error);
