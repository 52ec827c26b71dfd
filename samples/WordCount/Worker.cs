namespace WordCount;

/// <summary>Counts the words of the chunks that it is sent.</summary>
internal sealed partial class Worker : Port
{
    /// <summary>["chunk", reply to, which, text]: answered by ["counted", worker, which, counts].</summary>
    [Rcv("chunk")]
    private void OnChunk(PortId replyTo, int chunk, byte[] text) =>
        Snd(replyTo, "counted", Self, chunk, Words.Count(text));
}
