namespace Mp.Testing.Checking;

/// <summary>A monitor, from the call that sets it to its end.</summary>
/// <param name="Record">The call.</param>
/// <param name="Index">Where that stands in the history.</param>
internal sealed record MonitorItem(HistoryRecord Record, int Index)
{
    /// <summary>Where in the history it was withdrawn.</summary>
    public int Withdrawn { get; set; } = HistoryIndex.Never;

    /// <summary>Where in the history it fired first.</summary>
    public int Fired { get; set; } = HistoryIndex.Never;

    /// <summary>Why it fired first.</summary>
    public HistoryRecord? Fire { get; set; }

    public bool HasThrown { get; set; }

    public string Target => Record.Peer;

    /// <summary>Whether its callback runs outside all ports, and so at once.</summary>
    public bool IsOfNode => Record.Port.Length == 0;

    public bool IsLinkLoss => Fire?.Data.StartsWith("transport_error", StringComparison.Ordinal) == true;

    public bool IsUnknownPort => Fire?.Data.StartsWith("no_such_port", StringComparison.Ordinal) == true;

    public override string ToString() => $"monitor {Record.Sequence} of {Record.Node} on {Target}";
}
