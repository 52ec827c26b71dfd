namespace Mp.Testing.Checking;

/// <summary>A message, or a kill, on its way from one port to another.</summary>
/// <param name="Record">Its sending.</param>
/// <param name="Index">Where that stands in the history.</param>
/// <param name="IsInCallback">Whether it was sent by the callback of a monitor.</param>
internal sealed record SentItem(HistoryRecord Record, int Index, bool IsInCallback)
{
    /// <summary>Where in the history it arrived; never, if it did not.</summary>
    public int Delivered { get; set; } = HistoryIndex.Never;

    public bool IsLost => Delivered == HistoryIndex.Never;

    public bool IsKill => Record.Kind == HistoryKind.Kill;

    public override string ToString() =>
        $"{(IsKill ? "kill" : "message")} {Record.Sequence} from {Record.Port} to {Record.Peer}";
}
