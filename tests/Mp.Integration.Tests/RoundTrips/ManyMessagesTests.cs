using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>Messages that come so fast that they are delivered together.</summary>
public sealed partial class ManyMessagesTests
{
    private const int Messages = 10_000;

    [Fact]
    public async Task Handlers_ThatKeepTheirMessages_FindEachAsItWasSent()
    {
        await using Node receiver = await PublicNode.StartAsync();
        await using Node sender = await PublicNode.StartAsync();
        var keeper = new Keeper();
        PortId<Keeper> port = receiver.CreatePort(keeper);

        for (int number = 0; number < Messages; number++)
        {
            await sender.SndAsync(port, number % 2 == 0 ? "keep" : "wait", number);
            if (number % 3 == 0)
            {
                await sender.SndAsync(port, "unknown", number);
            }
        }

        await sender.SndAsync(port, "end");
        await keeper.Ended;

        Assert.Equal(
            Enumerable.Range(0, Messages)
                .Select(static number => number % 2 == 0 ? $"[\"keep\", {number}]" : $"[\"wait\", {number}]"),
            keeper.Kept.Select(static message => message.ToString()));
        Assert.Equal(
            Enumerable.Range(0, Messages).Where(static number => number % 3 == 0).Select(static number => (long)number),
            keeper.Unmatched.Select(static message => (long)message[1]!));
    }

    [Theory]
    [InlineData("msgpack")]
    [InlineData("json")]
    public async Task Bytes_OfAllLengths_StayAsTheyWereSent(string framing)
    {
        await using Node receiver = await PublicNode.StartAsync(PublicNode.Options with { Framings = [framing] });
        await using Node sender = await PublicNode.StartAsync(PublicNode.Options with { Framings = [framing] });
        var keeper = new Keeper();
        PortId<Keeper> port = receiver.CreatePort(keeper);
        int[] lengths =
        [
            0, 1, 100, 1023, 1024, 1025, 2000, 16_000, 17_000, 32_700, 65_400, 65_500, 65_536, 65_600, 100_000, 131_072,
            300_000, 1 << 20, (1 << 20) + 100, 3_000_000,
        ];
        byte[][] sent = [.. Enumerable.Range(0, 40).Select(number => Bytes(lengths[number * 7 % lengths.Length], number))];

        foreach (byte[] bytes in sent)
        {
            await sender.SndAsync(port, "bytes", bytes);
        }

        await sender.SndAsync(port, "end");
        await keeper.Ended;

        Assert.Equal(sent, keeper.Bytes.Select(static bytes => bytes.ToArray()));

        static byte[] Bytes(int length, int seed)
        {
            byte[] bytes = new byte[length];
            new Random(seed).NextBytes(bytes);
            return bytes;
        }
    }

    private sealed partial class Keeper : Port
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public List<Message> Kept { get; } = [];

        public List<Message> Unmatched { get; } = [];

        public List<ReadOnlyMemory<byte>> Bytes { get; } = [];

        [Rcv("keep")]
        private void Keep(long number, Message message) => Kept.Add(message);

        [Rcv("wait")]
        private async Task WaitAsync(long number, Message message)
        {
            if (number % 101 == 0)
            {
                await Task.Yield();
            }

            Kept.Add(message);
        }

        [Rcv("bytes")]
        private void OnBytes(ReadOnlyMemory<byte> bytes) => Bytes.Add(bytes);

        [Rcv("end")]
        private void End() => _ended.SetResult();

        [RcvUnmatched]
        private void OnUnmatched(Message message) => Unmatched.Add(message);
    }
}
