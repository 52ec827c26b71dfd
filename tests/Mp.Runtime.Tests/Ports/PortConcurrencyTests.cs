using Mp.Monitoring;
using Mp.Ports;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Ports;

/// <summary>Ports on the real thread pool, with many threads at them.</summary>
public sealed class PortConcurrencyTests
{
    private const int Senders = 8;
    private const int MessagesEach = 20_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ManySenders_ToOnePort_KeepTheirOrderAndLoseNothing(bool isAsync)
    {
        using var bench = new PortBench(PortScheduler.ThreadPool);
        int count = isAsync ? MessagesEach / 20 : MessagesEach;
        int[] next = new int[Senders];
        int left = Senders * count;
        int inside = 0;
        int errors = 0;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Count(Message message)
        {
            int number = (int)message[1]!;
            errors += next[number % Senders]++ == number / Senders ? 0 : 1;
            errors += Interlocked.Exchange(ref inside, 1);
            Interlocked.Exchange(ref inside, 0);
            if (--left == 0)
            {
                done.SetResult();
            }
        }

        PortCell cell = bench.Create(isAsync
            ? new ScriptedPort().OnAsync("n", async message =>
            {
                await Task.Yield();
                Count(message);
                await Task.Yield();
            })
            : new ScriptedPort().On("n", Count));
        await SendFromManyThreadsAsync(sender =>
        {
            for (int number = 0; number < count; number++)
            {
                PortBench.Send(cell, "n", (number * Senders) + sender);
            }
        });
        await done.Task.Bounded();

        Assert.Equal(0, errors);
        Assert.All(next, seen => Assert.Equal(count, seen));
    }

    [Fact]
    public async Task ManySenders_WhileThePortDies_EachMessageIsEitherHandledOrDropped()
    {
        for (int round = 0; round < 20; round++)
        {
            int dropped = 0;
            using var bench = new PortBench(PortScheduler.ThreadPool, _ => Interlocked.Increment(ref dropped));
            int handled = 0;
            var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            PortCell cell = bench.Create(new ScriptedPort().On("n", _ => Interlocked.Increment(ref handled)));
            cell.AddMonitor(new PortMonitor((_, _) => died.SetResult()));

            await SendFromManyThreadsAsync(sender =>
            {
                for (int number = 0; number < 500; number++)
                {
                    PortBench.Send(cell, "n", number);
                    if (sender == 0 && number == 250)
                    {
                        PortBench.Kill(cell);
                    }
                }
            });
            await died.Task.Bounded();

            Assert.Equal(Senders * 500, handled + dropped);
        }
    }

    [Fact]
    public async Task ManyMonitors_SetWhileThePortDies_EachFireExactlyOnce()
    {
        for (int round = 0; round < 50; round++)
        {
            using var bench = new PortBench(PortScheduler.ThreadPool);
            PortCell cell = bench.Create(new ScriptedPort());
            var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            cell.AddMonitor(new PortMonitor((_, _) => died.SetResult()));
            int[] fired = new int[Senders * 20];

            await SendFromManyThreadsAsync(sender =>
            {
                for (int number = 0; number < 20; number++)
                {
                    int index = (sender * 20) + number;
                    cell.AddMonitor(new PortMonitor((_, _) => Interlocked.Increment(ref fired[index])));
                    if (sender == 0 && number == 10)
                    {
                        PortBench.Kill(cell);
                    }
                }
            });
            await died.Task.Bounded();
            // Those that were set in time fire on the port's thread, one after the other.
            SpinWait.SpinUntil(() => Array.TrueForAll(fired, times => times > 0), BoundedWait.Limit);

            Assert.All(fired, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public async Task Ports_ThatKeepEachOtherBusy_LetOthersRun()
    {
        using var bench = new PortBench(PortScheduler.ThreadPool);
        bool isOver = false;
        var ended = new CountdownEvent(Environment.ProcessorCount * 2);
        for (int pair = 0; pair < ended.InitialCount; pair++)
        {
            PortCell one = null!;
            PortCell other = null!;
            void Pass(PortCell to)
            {
                if (Volatile.Read(ref isOver))
                {
                    ended.Signal();
                }
                else
                {
                    PortBench.Send(to, "ball");
                }
            }

            one = bench.Create(new ScriptedPort().On("ball", _ => Pass(other)));
            other = bench.Create(new ScriptedPort().On("ball", _ => Pass(one)));
            PortBench.Send(one, "ball");
        }

        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        PortCell patient = bench.Create(new ScriptedPort().On("hello", _ => ran.SetResult()));
        PortBench.Send(patient, "hello");
        bool hasRun = await Task.WhenAny(ran.Task, Task.Delay(BoundedWait.Limit)) == ran.Task;
        Volatile.Write(ref isOver, true);

        Assert.True(hasRun);
        Assert.True(ended.Wait(BoundedWait.Limit));
        ended.Dispose();
    }

    private static async Task SendFromManyThreadsAsync(Action<int> send)
    {
        using var start = new Barrier(Senders);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                send(sender);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))).Bounded();
    }
}
