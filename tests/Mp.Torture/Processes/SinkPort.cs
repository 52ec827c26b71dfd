namespace Mp.Torture.Processes;

/// <summary>Takes data and forgets it, and answers.</summary>
internal sealed partial class SinkPort : Port
{
    /// <summary>The verb of a process that serves one.</summary>
    public const string Verb = "sink";

    /// <summary>The name that it is registered under.</summary>
    public const string PortName = "sink";

    [Rcv("data")]
    private static void OnData(ReadOnlyMemory<byte> data)
    {
        // That it arrived is all.
    }

    [Rcv("echo")]
    private void OnEcho(PortId reply) => Snd(reply, "echo");
}
