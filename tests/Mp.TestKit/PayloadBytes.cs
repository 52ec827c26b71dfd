using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.TestKit;

/// <summary>Payloads as bytes, in hexadecimal digits.</summary>
public static class PayloadBytes
{
    /// <summary>What the codec of a type writes.</summary>
    public static string Write<T>(T value)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        PayloadCodecs.Of<T>().Write(ref writer, value);
        writer.Flush();
        return Convert.ToHexStringLower(output.WrittenSpan);
    }

    /// <summary>What the codec of a type reads, if it takes the bytes.</summary>
    public static bool TryRead<T>(string hex, [MaybeNullWhen(false)] out T value)
    {
        var reader = new ElementReader(Convert.FromHexString(hex));
        return PayloadCodecs.Of<T>().TryRead(ref reader, out value);
    }
}
