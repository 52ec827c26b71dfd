namespace Mp.Integration.Tests.MessagePackCSharp;

/// <summary>Types with the attributes of MessagePack-CSharp have the bytes that its rules make of them.</summary>
public sealed class GoldenTests
{
    [Theory]
    [ClassData(typeof(Corpus))]
    public void Object_HasTheBytesOfTheRules(string name, CorpusEntry entry)
    {
        Assert.NotEmpty(name);
        Assert.Equal(entry.Bytes, entry.Write());
    }

    [Theory]
    [ClassData(typeof(Corpus))]
    public void Bytes_AreReadAsTheObject(string name, CorpusEntry entry)
    {
        Assert.NotEmpty(name);
        Assert.Equal(entry.Bytes, entry.ReadAndWrite());
    }
}
