using Mp.Scheduling;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Scheduling;

public sealed class WorkStealingQueueTests
{
    [Fact]
    public void Pop_TakesTheNewest_AndSteal_TheOldest()
    {
        var queue = new WorkStealingQueue();
        PushAll(queue, 1, 2, 3, 4);

        int?[] taken = [NumberOf(queue.Pop()), NumberOf(queue.Steal()), NumberOf(queue.Pop()), NumberOf(queue.Steal())];

        Assert.Equal([4, 1, 3, 2], taken);
        Assert.True(queue.IsEmpty);
        Assert.Null(queue.Pop());
        Assert.Null(queue.Steal());
    }

    [Fact]
    public void Queue_ThatGrowsWhileItIsPartlyEmptied_KeepsEverythingInOrder()
    {
        var queue = new WorkStealingQueue();
        var model = new LinkedList<int>();
        var random = new Random(1);
        for (int number = 0; number < 10_000; number++)
        {
            queue.Push(new NumberedWork(number));
            model.AddLast(number);
            if (random.Next(3) == 0)
            {
                Assert.Equal(model.First!.Value, NumberOf(queue.Steal()));
                model.RemoveFirst();
            }
            else if (random.Next(4) == 0)
            {
                Assert.Equal(model.Last!.Value, NumberOf(queue.Pop()));
                model.RemoveLast();
            }
        }

        int?[] rest = [.. model.Select(_ => NumberOf(queue.Steal()))];

        Assert.Equal(model.Select(static number => (int?)number), rest);
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public async Task OwnerAndThieves_AtTheSameTime_TakeEachItemOnce()
    {
        const int Items = 300_000;
        const int Thieves = 3;
        var queue = new WorkStealingQueue();
        int[] taken = new int[Items];
        int left = Items;
        void Take(IThreadPoolWorkItem? item)
        {
            if (item is NumberedWork work)
            {
                Interlocked.Increment(ref taken[work.Number]);
                Interlocked.Decrement(ref left);
            }
        }

        Task[] thieves = [.. Enumerable.Range(0, Thieves).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (Volatile.Read(ref left) > 0)
                {
                    Take(queue.Steal());
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        var random = new Random(1);
        for (int number = 0; number < Items; number++)
        {
            queue.Push(new NumberedWork(number));
            if (random.Next(2) == 0)
            {
                Take(queue.Pop());
            }
        }

        while (Volatile.Read(ref left) > 0)
        {
            Take(queue.Pop());
        }

        await Task.WhenAll(thieves).Bounded();
        Assert.All(taken, static times => Assert.Equal(1, times));
    }

    private static void PushAll(WorkStealingQueue queue, params ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            queue.Push(new NumberedWork(number));
        }
    }

    private static int? NumberOf(IThreadPoolWorkItem? item) => (item as NumberedWork)?.Number;
}
