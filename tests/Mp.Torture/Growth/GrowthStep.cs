namespace Mp.Torture.Growth;

/// <summary>What one step of a network's life took.</summary>
/// <param name="Name">Which step.</param>
/// <param name="Time">How long it was, in virtual time, until all global nodes agreed.</param>
/// <param name="Connections">How many connections there were then.</param>
/// <param name="Bytes">How many bytes all nodes together received meanwhile.</param>
internal sealed record GrowthStep(string Name, TimeSpan Time, int Connections, long Bytes);
