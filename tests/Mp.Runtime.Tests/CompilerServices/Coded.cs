using System.Buffers;
using Mp.Codecs;
using Mp.CompilerServices;
using Mp.Runtime.Tests.Wire;
using Mp.Wire;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Values on their way through a codec and a format, and back.</summary>
internal static class Coded
{
    /// <summary>What a codec makes of a value.</summary>
    public static byte[] Write<T>(IElementCodec<T> codec, T value)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        codec.Write(ref writer, value);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>What a codec makes of an element, all of which it must read.</summary>
    public static T Read<T>(
        IElementCodec<T> codec,
        ReadOnlySpan<byte> element,
        ElementDialect dialect = ElementDialect.Exact)
    {
        var reader = new ElementReader(element, dialect);

        Assert.True(reader.TryReadCoded(codec, out T? value), Convert.ToHexString(element));
        Assert.True(reader.IsAtEnd);
        return value;
    }

    /// <summary>Whether a codec takes an element.</summary>
    public static bool Takes<T>(
        IElementCodec<T> codec,
        ReadOnlySpan<byte> element,
        ElementDialect dialect = ElementDialect.Exact) => new ElementReader(element, dialect).TryReadCoded(codec, out _);

    /// <summary>An element as it stands in a frame of a format.</summary>
    public static byte[] In(Framing format, byte[] element)
    {
        byte[] frame = ReadFrame.Write(format, [0x92, 0xa0, .. element]);
        return format switch
        {
            Framing.MessagePack => frame[6..],
            Framing.Cbor => frame[2..],
            _ => frame[4..^1],
        };
    }

    /// <summary>An element after a journey in a format, from one node of Mp to another.</summary>
    public static T Through<T>(Framing format, IElementCodec<T> codec, T value)
    {
        byte[] frame = ReadFrame.Write(format, [0x92, 0xa0, .. Write(codec, value)]);
        IFrameReader reader = Framings.CreateReader(format, new WireLimits());

        Assert.Equal(Verdict.Accepted, reader.Read(frame, out _, out Frame read));
        return Read(codec, read.Elements, reader.Dialect);
    }
}
