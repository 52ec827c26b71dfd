using Mp.TestKit;

namespace Mp.Integration.Tests.MessagePackCSharp;

/// <summary>An object of a type, and its bytes.</summary>
public sealed class CorpusEntry<T>(T value, string bytes) : CorpusEntry(typeof(T), value, bytes)
{
    /// <inheritdoc/>
    public override string Write() => PayloadBytes.Write(value);

    /// <inheritdoc/>
    public override string ReadAndWrite()
    {
        Assert.True(PayloadBytes.TryRead(Bytes, out T? read));
        return PayloadBytes.Write(read);
    }
}
