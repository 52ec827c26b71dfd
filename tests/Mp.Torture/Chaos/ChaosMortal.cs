namespace Mp.Torture.Chaos;

/// <summary>A port that another node has spawned, to be sent something and killed.</summary>
internal sealed partial class ChaosMortal(RecordFile records) : Port
{
    /// <summary>The name by which it is asked for.</summary>
    public const string SpawnName = "chaos.mortal";

    protected internal override void OnSpawned()
    {
        string self = Self.ToString();
        records.Add(HistoryKind.Init, self);
        Node.Mon(Self, reason => records.Add(
            HistoryKind.Die,
            self,
            reason is ["killed", string killer, _] ? killer : "",
            reason is ["killed", _, var number] ? Convert.ToInt64(number, null) : 0,
            reason.ToString()));
    }

    [Rcv("probe")]
    private void OnProbe(string from, long number) =>
        records.Add(HistoryKind.Deliver, Self.ToString(), from, number);
}
