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

    private sealed partial class Keeper : Port
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public List<Message> Kept { get; } = [];

        public List<Message> Unmatched { get; } = [];

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

        [Rcv("end")]
        private void End() => _ended.SetResult();

        [RcvUnmatched]
        private void OnUnmatched(Message message) => Unmatched.Add(message);
    }
}
