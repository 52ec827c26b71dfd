namespace Mp.Torture.Soak;

/// <summary>What one node did with another, and what was not as promised.</summary>
/// <param name="Sent">How many numbered messages it sent.</param>
/// <param name="Arrived">How many of them arrived.</param>
/// <param name="Calls">How many calls ended.</param>
/// <param name="Rounds">How many ports were spawned, watched and killed.</param>
/// <param name="Monitors">How many monitors were set and withdrawn.</param>
/// <param name="Losses">How often each of the monitors that are set anew has told that the link was lost.</param>
/// <param name="Findings">What was not as promised.</param>
internal sealed record TrafficReport(
    long Sent,
    long Arrived,
    long Calls,
    long Rounds,
    long Monitors,
    long[] Losses,
    IReadOnlyList<string> Findings);
