namespace Mp.Torture.Chaos;

/// <summary>A port of one node that all others watch and send to.</summary>
internal sealed partial class ChaosPort(RecordFile records) : Port
{
    /// <summary>The name that it is registered under, and that of the group that it is in.</summary>
    public const string PortName = "chaos";

    [Rcv("who")]
    private void OnWho(PortId reply) => Snd(reply, "me", Self);

    [Rcv("probe")]
    private void OnProbe(string from, long number) =>
        records.Add(HistoryKind.Deliver, Self.ToString(), from, number);
}
