namespace Mp.Integration.Tests.MessagePackCSharp;

/// <summary>An object and its bytes.</summary>
public abstract class CorpusEntry(Type type, object? value, string bytes)
{
    /// <summary>The type that it is written as.</summary>
    public Type Type => type;

    /// <summary>The object.</summary>
    public object? Object => value;

    /// <summary>The bytes, in hexadecimal digits.</summary>
    public string Bytes => bytes;

    /// <summary>The bytes that Mp makes of the object.</summary>
    public abstract string Write();

    /// <summary>The bytes that Mp makes of what it reads from them.</summary>
    public abstract string ReadAndWrite();
}
