using System.Diagnostics.Metrics;

namespace Mp.Telemetry;

/// <summary>The meter "Mp": what happens too often to log.</summary>
internal static class MpMeter
{
    private static readonly Meter Meter = new("Mp", "0.1.0");

    private static readonly Counter<long> UnmatchedMessages = Meter.CreateCounter<long>(
        "mp.messages.unmatched", "{message}", "Messages that were dropped because nobody receives them.");

    public static void CountUnmatched(UnmatchedReason reason) =>
        UnmatchedMessages.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
