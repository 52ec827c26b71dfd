namespace Mp.CompilerServices;

/// <summary>A codec that generated code has registered, for who knows its type at run time only.</summary>
internal abstract class RegisteredCodec
{
    /// <summary>Writes a value of the type as one element.</summary>
    public abstract void Write(ref ElementWriter writer, object value);

    /// <summary>The codec of arrays of the type.</summary>
    public abstract object CreateArrayCodec();

    /// <summary>Passes over one element, if it is one of the type.</summary>
    public abstract bool TryPass(ref ElementReader reader);

    /// <summary>Whether there is such an element and it is one of the type.</summary>
    public abstract bool IsElement(MemoryMessage message, int index);
}
