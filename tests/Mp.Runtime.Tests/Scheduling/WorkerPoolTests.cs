using System.Collections.Concurrent;
using Mp.Runtime.Tests.Ports;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Scheduling;

/// <summary>Both schedulers of the runtime, on real threads.</summary>
public sealed class WorkerPoolTests
{
    [Fact]
    public async Task Turn_ThatWaitsForWhatItHasMadeRunnable_IsNotADeadlock()
    {
        // More of them than there are threads to begin with.
        int blocked = Environment.ProcessorCount * 2;
        using var bench = new PortBench(PortScheduler.ThreadPool);
        using var ended = new CountdownEvent(blocked);
        for (int number = 0; number < blocked; number++)
        {
            var answered = new ManualResetEventSlim();
            var answering = bench.Create(new ScriptedPort().On("question", _ => answered.Set()));
            var asking = bench.Create(new ScriptedPort().On("go", _ =>
            {
                PortBench.Send(answering, "question");
                if (answered.Wait(BoundedWait.Limit))
                {
                    ended.Signal();
                }
            }));
            PortBench.Send(asking, "go");
        }

        bool hasEnded = await Task.Run(() => ended.Wait(BoundedWait.Limit)).Bounded();

        Assert.True(hasEnded);
    }

    [Fact]
    public async Task WhatATurnSetsInItsContext_IsNotThereInTheNext()
    {
        using var scheduler = new DedicatedThreads();
        var local = new AsyncLocal<string?>();
        var seen = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.Schedule(new NumberedWork(1, _ =>
        {
            local.Value = "of the first";
            scheduler.Schedule(new NumberedWork(2, _ => seen.SetResult(local.Value)));
        }));

        string? value = await seen.Task.Bounded();

        Assert.Null(value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task WorkThatMakesWork_OnSomeThreads_IsAllDoneOnce(int threads)
    {
        const int Leaves = 10_000;
        using var scheduler = new DedicatedThreads(threads);
        int[] times = new int[Leaves];
        int left = Leaves;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Split(int first, int count)
        {
            if (count == 1)
            {
                Interlocked.Increment(ref times[first]);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    done.SetResult();
                }

                return;
            }

            scheduler.Schedule(new NumberedWork(first, from => Split(from, count / 2)));
            scheduler.Schedule(new NumberedWork(first + (count / 2), from => Split(from, count - (count / 2))));
        }

        Split(0, Leaves);
        await done.Task.Bounded();

        Assert.All(times, static time => Assert.Equal(1, time));
    }

    [Fact]
    public async Task TwoThatMakeEachOtherRunnableForEver_LeaveTheThreadToOthers()
    {
        using var scheduler = new DedicatedThreads();
        bool isOver = false;
        var hasRun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Again(int number)
        {
            if (!Volatile.Read(ref isOver))
            {
                scheduler.Schedule(new NumberedWork(number, Again));
            }
        }

        Again(1);
        scheduler.Schedule(new NumberedWork(2, _ => hasRun.SetResult()));
        Task first = await Task.WhenAny(hasRun.Task, Task.Delay(BoundedWait.Limit));
        Volatile.Write(ref isOver, true);

        Assert.Same(hasRun.Task, first);
    }

    [Fact]
    public async Task PortsOfANode_OnOneDedicatedThread_AllRunThere()
    {
        const int Ports = 20;
        using var scheduler = new DedicatedThreads(1, "loop");
        var threads = new ConcurrentDictionary<string, bool>();
        using var all = new CountdownEvent(Ports);
        await using Node node = await Node.StartAsync(new NodeOptions { Scheduler = scheduler });
        for (int number = 0; number < Ports; number++)
        {
            BarePort port = node.CreatePort();
            port.Rcv("where", () =>
            {
                threads[Thread.CurrentThread.Name ?? ""] = true;
                all.Signal();
            });
            node.Snd(port, "where");
        }

        bool isComplete = await Task.Run(() => all.Wait(BoundedWait.Limit));

        Assert.True(isComplete);
        Assert.Equal(["loop 1"], threads.Keys);
    }

    [Fact]
    public void Schedule_AfterTheThreadsHaveEnded_DoesNothing()
    {
        var scheduler = new DedicatedThreads();
        scheduler.Dispose();

        Exception? exception = Record.Exception(() => scheduler.Schedule(new NumberedWork(1)));

        Assert.Null(exception);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void DedicatedThreads_OutOfRange_AreRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DedicatedThreads(count));
}
