using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.Messages;

/// <summary>Arrays that somebody asks a message for which came as bytes, or the value of a family.</summary>
public sealed class ArrayElementTests
{
    private static readonly PortId[] Ids = [PortId.Parse("a:1#x"), PortId.Parse("b:2#y")];

    [Fact]
    public void Arrays_AreReadAsWhatTheyAre_AndAsNothingElse()
    {
        PayloadCodecs.Register(new PlaceCodec());
        WireMessage message = Sent(
            Ids, new[] { "one", "two" }, new[] { 1, 2 }, new[] { 1.5 }, new object?[] { 1L, null }, new Place[] { new(7) });

        Assert.Equal(Ids, Read<PortId[]>(message, 0));
        Assert.Equal(["one", "two"], Read<string[]>(message, 1));
        Assert.Equal([1, 2], Read<int[]>(message, 2));
        Assert.Equal([1L, 2L], Read<long[]>(message, 2));
        Assert.Equal([1.5], Read<double[]>(message, 3));
        Assert.Equal([1L, null], Read<object?[]>(message, 4));
        Assert.Equal([new Place(7)], Read<Place[]>(message, 5));
        Assert.False(message.TryGet(1, out int[]? _));
        Assert.False(message.TryGet(4, out string[]? _));
        Assert.False(message.TryGet(6, out string[]? _));
    }

    [Fact]
    public void ValuesOfFamilies_AreReadAsArrays()
    {
        Assert.Equal(["one", "two"], FamilyValue.Of(new[] { "one", "two" }).Get<string[]>());
        Assert.Equal(Ids, FamilyValue.Of(Ids).Get<PortId[]>());
        Assert.False(FamilyValue.Of("one").TryGet(out string[]? _));
    }

    private static T Read<T>(WireMessage message, int index)
    {
        Assert.True(message.TryGet(index, out T? value));
        return value!;
    }

    private static WireMessage Sent(params object?[] elements)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        foreach (object? element in elements)
        {
            writer.WriteElement(element);
        }

        writer.Flush();
        return new WireMessage(bytes.WrittenMemory, elements.Length);
    }

    private sealed record Place(int Number);

    private sealed class PlaceCodec : IElementCodec<Place>
    {
        public void Write(ref ElementWriter writer, Place value) => writer.WriteInt64(value.Number);

        public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out Place value)
        {
            bool isRead = reader.TryReadInt64(out long number);
            value = isRead ? new Place((int)number) : null;
            return isRead;
        }
    }
}
