using System.Diagnostics.Metrics;

namespace Mp.Telemetry;

/// <summary>The meter "Mp": what happens too often to log.</summary>
internal static class MpMeter
{
    private static readonly Meter Meter = new("Mp", "0.1.0");

    private static readonly Counter<long> UnmatchedMessages = Meter.CreateCounter<long>(
        "mp.messages.unmatched", "{message}", "Messages that were dropped because nobody receives them.");

    private static readonly Counter<long> LimitsReached = Meter.CreateCounter<long>(
        "mp.limits.reached", "{event}", "How often a limit was reached; the tag says which option of NodeOptions.");

    private static readonly Counter<long> Takeovers = Meter.CreateCounter<long>(
        "mp.links.taken_over", "{link}", "Links whose connection was replaced by another one from the same node.");

    public static void CountUnmatched(UnmatchedReason reason) =>
        UnmatchedMessages.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void CountLimit(Limit limit) =>
        LimitsReached.Add(1, new KeyValuePair<string, object?>("limit", limit.ToString()));

    public static void CountTakeover() => Takeovers.Add(1);
}
