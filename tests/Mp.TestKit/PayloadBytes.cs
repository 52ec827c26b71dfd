using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;
using Xunit;

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

    /// <summary>How many bytes are allocated by writing a value again and again.</summary>
    public static long AllocatedByWriting<T>(T value, int rounds)
    {
        IElementCodec<T> codec = PayloadCodecs.Of<T>();
        var output = new ArrayBufferWriter<byte>(256 * rounds);
        WriteAll(codec, value, output, rounds);
        output.ResetWrittenCount();
        long before = GC.GetAllocatedBytesForCurrentThread();
        WriteAll(codec, value, output, rounds);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>How many bytes are allocated by reading a value again and again.</summary>
    public static long AllocatedByReading<T>(T value, int rounds)
    {
        IElementCodec<T> codec = PayloadCodecs.Of<T>();
        byte[] bytes = Convert.FromHexString(Write(value));
        ReadAll(codec, bytes, rounds);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(codec, bytes, rounds);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>What the codec of a type reads, if it takes the bytes.</summary>
    public static bool TryRead<T>(string hex, [MaybeNullWhen(false)] out T value)
    {
        var reader = new ElementReader(Convert.FromHexString(hex));
        return PayloadCodecs.Of<T>().TryRead(ref reader, out value);
    }

    private static void WriteAll<T>(IElementCodec<T> codec, T value, ArrayBufferWriter<byte> output, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            var writer = new ElementWriter(output);
            codec.Write(ref writer, value);
            writer.Flush();
        }
    }

    private static void ReadAll<T>(IElementCodec<T> codec, byte[] bytes, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            var reader = new ElementReader(bytes);
            Assert.True(codec.TryRead(ref reader, out T? value));
            GC.KeepAlive(typeof(T).IsValueType ? null : value);
        }
    }
}
