using System.Buffers;
using System.Numerics;
using System.Text;
using Mp.CompilerServices;
using Mp.Messages;

namespace Mp.Runtime.Tests.Allocations;

/// <summary>Values are written and read without an object, but for those that are objects.</summary>
public sealed class ScalarAllocationTests
{
    private const int Rounds = 100;

    [Fact]
    public void Values_WrittenReadAndMatched_AllocateNothing()
    {
        AssertNothing(BuiltInCodecs.Half, (Half)1.5);
        AssertNothing(BuiltInCodecs.Int128, Int128.MaxValue);
        AssertNothing(BuiltInCodecs.UInt128, UInt128.MaxValue);
        AssertNothing(BuiltInCodecs.BigInteger, new BigInteger(300));
        AssertNothing(BuiltInCodecs.Decimal, 1.50m);
        AssertNothing(BuiltInCodecs.Guid, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        AssertNothing(BuiltInCodecs.DateTime, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        AssertNothing(BuiltInCodecs.DateTimeOffset, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)));
        AssertNothing(BuiltInCodecs.DateOnly, new DateOnly(2026, 1, 1));
        AssertNothing(BuiltInCodecs.TimeOnly, new TimeOnly(12, 0));
        AssertNothing(BuiltInCodecs.TimeSpan, TimeSpan.FromTicks(-5));
        AssertNothing(BuiltInCodecs.Rune, new Rune('x'));
        AssertNothing(new NullableCodec<Guid>(BuiltInCodecs.Guid), null);
    }

    private static void AssertNothing<T>(IElementCodec<T> codec, T value)
    {
        var output = new ArrayBufferWriter<byte>(64 * Rounds);
        var message = new TypedMessage<T>("tag", value);
        Run(output, codec, value, message);
        output.ResetWrittenCount();

        long before = GC.GetAllocatedBytesForCurrentThread();
        int read = Run(output, codec, value, message);
        long all = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2 * Rounds, read);
        Assert.True(all == 0, $"{typeof(T)}: {all} bytes");
    }

    private static int Run<T>(
        ArrayBufferWriter<byte> output,
        IElementCodec<T> codec,
        T value,
        TypedMessage<T> message)
    {
        var writer = new ElementWriter(output);
        int read = 0;
        for (int round = 0; round < Rounds; round++)
        {
            writer.WriteElement(value);
        }

        writer.Flush();
        var reader = new ElementReader(output.WrittenSpan);
        for (int round = 0; round < Rounds; round++)
        {
            read += reader.TryReadCoded(codec, out _) ? 1 : 0;
            read += message.TryGetCoded(1, codec, out _) ? 1 : 0;

            // What it is not costs nothing either, for the first handlers of several.
            _ = message.TryGetInt64(1, out _);
            _ = message.TryGetUInt64(1, out _);
            _ = message.TryGetDouble(1, out _);
            _ = message.TryGetBoolean(1, out _);
        }

        return read;
    }
}
