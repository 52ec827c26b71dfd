namespace WordCount;

/// <summary>Counts the words of the chunks that it is sent.</summary>
internal sealed partial class Worker : Port
{
    // The pattern is the record's: its tag, and its members as parameters.
    [Rcv]
    private void OnChunk(Chunk chunk) =>
        Snd(chunk.ReplyTo, new Counted(Self, chunk.Number, Words.Count(chunk.Text)));
}
