using System.Numerics;
using System.Text;
using Mp.CompilerServices;
using Mp.Messages;
using Mp.Runtime.Tests.CompilerServices;

namespace Mp.Runtime.Tests.Messages;

/// <summary>
/// A value of .NET in a message in memory is taken for what it would be after a journey, typed or as an object.
/// </summary>
public sealed class ScalarRuleTests
{
    [Fact]
    public void Numbers_AreTakenAsAfterAJourney()
    {
        AssertAlike((Half)1.5);
        AssertAlike((Half?)(Half)1.5);
        AssertAlike((Int128)(-5));
        AssertAlike((Int128?)5);
        AssertAlike((Int128)long.MinValue - 1);
        AssertAlike((Int128)ulong.MaxValue);
        AssertAlike(Int128.MaxValue);
        AssertAlike((UInt128)7);
        AssertAlike((UInt128)ulong.MaxValue);
        AssertAlike(UInt128.MaxValue);
        AssertAlike(new BigInteger(300));
        AssertAlike(1.50m);
        AssertAlike((decimal?)7m);
    }

    [Fact]
    public void Times_AreTakenAsAfterAJourney()
    {
        AssertAlike(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        AssertAlike(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)));
        AssertAlike(new DateOnly(2026, 1, 1));
        AssertAlike(new TimeOnly(12, 0));
        AssertAlike(TimeSpan.FromTicks(-5));
        AssertAlike((TimeSpan?)TimeSpan.FromTicks(5));
    }

    [Fact]
    public void Others_AreTakenAsAfterAJourney()
    {
        AssertAlike(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        AssertAlike(new Uri("http://x/"));
        AssertAlike(new Version(1, 2));
        AssertAlike(new Rune('x'));
        AssertAlike("0f8fad5b-d9cb-469f-a165-70867728950e");
        AssertAlike("1.5");
        AssertAlike(5);
    }

    [Fact]
    public void Nothing_IsNullOfANullableType()
    {
        var message = new TypedMessage<object?>("tag", null);

        Assert.True(message.TryGet(1, out Guid? id));
        Assert.Null(id);
        Assert.False(message.TryGet(1, out Guid _));
    }

    private static void AssertAlike<T>(T value)
    {
        WireMessage sent = new(Encoded.Elements("tag", value), 2);
        MemoryMessage[] messages = [new TypedMessage<T>("tag", value), new ArrayMessage(["tag", value])];
        foreach (MemoryMessage message in messages)
        {
            AssertAlike<T>(sent, message);
            AssertAlike<long>(sent, message);
            AssertAlike<ulong>(sent, message);
            AssertAlike<sbyte>(sent, message);
            AssertAlike<double>(sent, message);
            AssertAlike<bool>(sent, message);
            AssertAlike<string>(sent, message);
            AssertAlike<byte[]>(sent, message);
            AssertAlike<DayOfWeek>(sent, message);
            AssertAlike<Half>(sent, message);
            AssertAlike<Int128>(sent, message);
            AssertAlike<UInt128>(sent, message);
            AssertAlike<BigInteger>(sent, message);
            AssertAlike<decimal>(sent, message);
            AssertAlike<Guid>(sent, message);
            AssertAlike<DateTime>(sent, message);
            AssertAlike<DateTimeOffset>(sent, message);
            AssertAlike<TimeSpan>(sent, message);
            AssertAlike<Uri>(sent, message);
            AssertAlike<Version?>(sent, message);
            AssertAlike<Rune?>(sent, message);
        }

        AssertTypedReads(sent, messages[0]);
        AssertTypedReads(sent, messages[1]);
    }

    private static void AssertAlike<T>(Message sent, Message message)
    {
        bool isSent = sent.TryGet(1, out T? expected);
        bool isOne = message.TryGet(1, out T? actual);

        Assert.True(isSent == isOne, $"{message[1]} as {typeof(T)}: {isSent} on the wire, {isOne} in memory");
        Assert.Equal(expected, actual);
    }

    // The reads of generated tables, which for the plain types are not those by codec.
    private static void AssertTypedReads(WireMessage sent, MemoryMessage message)
    {
        ElementReader reader = sent.CreateReader();
        Assert.True(reader.TrySkip());

        ElementReader attempt = reader;
        Assert.Equal(attempt.TryReadInt64(out _), message.TryGetInt64(1, out _));
        attempt = reader;
        Assert.Equal(attempt.TryReadUInt64(out _), message.TryGetUInt64(1, out _));
        attempt = reader;
        Assert.Equal(attempt.TryReadDouble(out double number), message.TryGetDouble(1, out double numberHere));
        Assert.Equal(number, numberHere);
        attempt = reader;
        Assert.Equal(attempt.TryReadString(out string? text), message.TryGetString(1, out string? textHere));
        Assert.Equal(text, textHere);
        Assert.Equal(attempt.TryReadPortId(out _), message.TryGetPortId(1, out _));
    }
}
