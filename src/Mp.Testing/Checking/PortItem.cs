namespace Mp.Testing.Checking;

/// <summary>A port's life.</summary>
/// <param name="Init">Its beginning.</param>
/// <param name="Index">Where that stands in the history.</param>
internal sealed record PortItem(HistoryRecord Init, int Index)
{
    public HistoryRecord? Die { get; set; }

    public int Died { get; set; } = HistoryIndex.Never;
}
