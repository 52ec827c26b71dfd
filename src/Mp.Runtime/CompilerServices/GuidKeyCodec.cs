namespace Mp.CompilerServices;

internal sealed class GuidKeyCodec : IKeyCodec<Guid>
{
    public void Write(ref ElementWriter writer, Guid value) => BuiltInCodecs.Guid.Write(ref writer, value);

    public bool TryRead(ReadOnlySpan<byte> utf8, out Guid value) => GuidCodec.TryParse(utf8, out value);
}
