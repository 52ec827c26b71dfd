namespace Mp.CompilerServices;

/// <summary>A codec that generated code has registered.</summary>
internal sealed class RegisteredCodec<T>(IElementCodec<T> codec) : RegisteredCodec
{
    public override void Write(ref ElementWriter writer, object value) => codec.Write(ref writer, (T)value);

    public override object CreateArrayCodec() => new ArrayCodec<T>(codec);

    public override bool TryPass(ref ElementReader reader) => reader.TryReadCoded(codec, out _);

    public override bool IsElement(MemoryMessage message, int index) => message.TryGetCoded(index, codec, out _);
}
