namespace Mp.Testing;

/// <summary>What came of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Hash">Tells whether two runs were the same: in order, time, and every byte that went over.</param>
/// <param name="Events">How much happened.</param>
/// <param name="Time">How much time passed in the simulated world.</param>
/// <param name="History">What was recorded.</param>
/// <param name="Violations">What is broken; nothing if all holds.</param>
/// <param name="Report">All about it, to read; empty if all holds.</param>
public sealed record SimulationResult(
    int Seed,
    ulong Hash,
    long Events,
    TimeSpan Time,
    IReadOnlyList<HistoryRecord> History,
    IReadOnlyList<Violation> Violations,
    string Report);
