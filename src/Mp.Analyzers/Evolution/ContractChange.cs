namespace Mp.Analyzers.Evolution;

/// <summary>One thing that is not as it was.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Entry">The metadata name of the port class, the interface or the record that it is about.</param>
/// <param name="Text">What has changed.</param>
internal sealed record ContractChange(ContractChangeKind Kind, string Entry, string Text);
