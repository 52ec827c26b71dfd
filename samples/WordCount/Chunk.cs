namespace WordCount;

/// <summary>A text to count the words of: <c>["chunk", whom to answer, which, text]</c>.</summary>
[Message("chunk")]
internal readonly partial record struct Chunk(PortId ReplyTo, int Number, byte[] Text);
