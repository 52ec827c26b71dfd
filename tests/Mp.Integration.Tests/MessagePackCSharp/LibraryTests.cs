using MessagePack;

namespace Mp.Integration.Tests.MessagePackCSharp;

/// <summary>
/// MessagePack-CSharp itself writes the same bytes, and reads them. Compiled with -p:WithMessagePackCSharp=true only.
/// </summary>
public sealed class LibraryTests
{
    [Theory]
    [ClassData(typeof(Corpus))]
    public void Library_WritesTheSameBytes_AndReadsThem(string name, CorpusEntry entry)
    {
        byte[] written = MessagePackSerializer.Serialize(entry.Type, entry.Object);
        object? read = MessagePackSerializer.Deserialize(entry.Type, Convert.FromHexString(entry.Write()));

        Assert.NotEmpty(name);
        Assert.Equal(entry.Write(), Convert.ToHexStringLower(written));
        Assert.Equal(entry.Write(), Convert.ToHexStringLower(MessagePackSerializer.Serialize(entry.Type, read)));
    }
}
