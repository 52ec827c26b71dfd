using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Elements as bytes, and back.</summary>
internal static class Encoded
{
    /// <summary>The elements one after the other.</summary>
    public static byte[] Elements(params ReadOnlySpan<object?> elements)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        foreach (object? element in elements)
        {
            writer.WriteElement(element);
        }

        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A body as links hand it to a frame writer.</summary>
    public static byte[] Body(string portName, params object?[] elements) =>
        Elements([(object?[])[portName, .. elements]]);

    /// <summary>One value of a type that has a codec.</summary>
    public static byte[] Element<T>(T value)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        writer.WriteElement(value);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A moment.</summary>
    public static byte[] Timestamp(long seconds, int nanoseconds)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        writer.WriteTimestamp(seconds, nanoseconds);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The elements, each as what it is.</summary>
    public static object?[] Read(ReadOnlySpan<byte> data, int count)
    {
        var reader = new ElementReader(data);
        var elements = new object?[count];
        for (int index = 0; index < count; index++)
        {
            Assert.True(DynamicCodecs.TryRead(ref reader, out elements[index]));
        }

        Assert.True(reader.IsAtEnd);
        return elements;
    }
}
