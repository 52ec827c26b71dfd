using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP3001HandlerBlocksTests
{
    [Theory]
    [InlineData("task.Wait()")]
    [InlineData("task.Wait(100)")]
    [InlineData("_ = task.Result")]
    [InlineData("_ = new ValueTask<int>(5).Result")]
    [InlineData("task.GetAwaiter().GetResult()")]
    [InlineData("task.ConfigureAwait(false).GetAwaiter().GetResult()")]
    [InlineData("Task.WaitAll(task, task)")]
    [InlineData("Task.WaitAny(task)")]
    [InlineData("Thread.Sleep(10)")]
    [InlineData("new Thread(() => { }).Join()")]
    [InlineData("Monitor.Wait(this)")]
    [InlineData("new ManualResetEvent(false).WaitOne()")]
    [InlineData("new Mutex().WaitOne(100)")]
    [InlineData("WaitHandle.WaitAll(new WaitHandle[0])")]
    [InlineData("new SemaphoreSlim(1).Wait()")]
    [InlineData("new ManualResetEventSlim().Wait()")]
    [InlineData("new CountdownEvent(1).Wait()")]
    [InlineData("new Barrier(2).SignalAndWait()")]
    [InlineData("SpinWait.SpinUntil(() => true)")]
    [InlineData("new System.Collections.Concurrent.BlockingCollection<int>().Take()")]
    [InlineData("new System.Diagnostics.Process().WaitForExit()")]
    [InlineData("Console.ReadLine()")]
    public Task BlockingCall_IsReported(string call)
    {
        string marked = call.StartsWith("_ = ", StringComparison.Ordinal)
            ? "_ = {|MP3001:" + call[4..] + "|}"
            : "{|MP3001:" + call + "|}";
        return AnalyzerHarness.VerifyAsync($$"""
            using System.Threading;

            partial class Echo : Port
            {
                private Task<int> task = null!;
                [Rcv("b")] void B() { {{marked}}; }
            }
            """);
    }

    [Fact]
    public Task HandlersOfEveryKind_AreLookedAt() => AnalyzerHarness.VerifyAsync("""
        using System.Threading;

        interface IContract { [Rcv("c")] void C(); }

        partial class Echo : Port, IContract
        {
            public Echo(PortId other)
            {
                Rcv("d", (int x) => {|MP3001:Thread.Sleep(x)|});
                Rcv("e", Named);
                Rcv("f", Local);
                Mon(other, reason => {|MP3001:Thread.Sleep(1)|});
                After(TimeSpan.Zero, () => {|MP3001:Thread.Sleep(1)|});
                Action later = Psub(() => {|MP3001:Thread.Sleep(1)|});
                void Local() => {|MP3001:Thread.Sleep(1)|};
            }

            [Rcv("a")] protected virtual void A() => Help();
            [RcvUnmatched] void Nobody() => {|MP3001:Thread.Sleep(1)|};
            protected override void OnSpawned() => {|MP3001:Thread.Sleep(1)|};
            public void C() => {|MP3001:Thread.Sleep(1)|};
            void Named() => {|MP3001:Thread.Sleep(1)|};
            void Help() => Thread.Sleep(1);

            [Rcv("g")]
            void G()
            {
                Inner();
                void Inner() => {|MP3001:Thread.Sleep(1)|};
                void Uncalled() => Thread.Sleep(1);
            }
        }

        class Derived(PortId other) : Echo(other) { protected override void A() => {|MP3001:Thread.Sleep(1)|}; }

        class Program
        {
            static void M(BarePort port) => port.Rcv("a", () => {|MP3001:Thread.Sleep(1)|});
        }
        """);

    [Fact]
    public Task NestedPort_IsLookedAtOnce() => AnalyzerHarness.VerifyAsync("""
        partial class Outer : Port
        {
            partial class Inner : Port
            {
                public Inner() => Rcv("b", B);
                [Rcv("a")] void A() => {|MP3001:Task.Delay(1).Wait()|};
                void B() => {|MP3001:Task.Delay(1).Wait()|};
            }
        }
        """);

    [Fact]
    public Task FinishedTask_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")]
            async ValueTask A()
            {
                Task<int> one = Task.FromResult(1);
                Task<int>[] more = [Task.FromResult(2), Task.FromResult(3)];
                await Task.WhenAll(one, Task.WhenAll(more));
                Console.WriteLine(one.Result + more[1].Result);
            }

            private readonly Task<int> _task = Task.FromResult(1);

            [Rcv("b")] void B() => Console.WriteLine(_task.IsCompletedSuccessfully ? _task.Result : 0);
        }
        """);

    [Fact]
    public Task WhatDoesNotBlockTheTurn_IsFine() => AnalyzerHarness.VerifyAsync("""
        using System.Threading;

        partial class Echo : Port
        {
            private readonly SemaphoreSlim _gate = new(1);
            private static readonly Stack<int> Stack = [];

            [Rcv("a")]
            async Task A(int result)
            {
                await Task.Delay(10);
                await Task.Run(() => Thread.Sleep(10));
                if (_gate.Wait(0) && _gate.Wait(TimeSpan.Zero))
                {
                    lock (Stack) { Stack.Push(new Holder(5).Result); }
                }
            }

            public void FromOutside() => _gate.Wait();

            private sealed record Holder(int Result);
        }
        """);

    [Fact]
    public Task CallInAnAsynchronousHandler_IsAwaited() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            async Task<bool> A(string name)
            {
                await Task.Yield();
                return {|MP3001:FindAsync(name).Result|}.Length > 0;
            }

            private Task<string> FindAsync(string name) => Task.FromResult(name);
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            async Task<bool> A(string name)
            {
                await Task.Yield();
                return (await FindAsync(name)).Length > 0;
            }

            private Task<string> FindAsync(string name) => Task.FromResult(name);
        }
        """);

    [Fact]
    public Task SynchronousHandler_IsMadeAsynchronous() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            // Waits.
            [Rcv("a")]
            private void A(int x) => {|MP3001:System.Threading.Thread.Sleep(x)|};
        }
        """,
        """
        partial class Echo : Port
        {
            // Waits.
            [Rcv("a")]
            private async ValueTask A(int x) => await Task.Delay(x);
        }
        """);

    [Fact]
    public Task HandlerThatIsRemoved_StillSaysWhen() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            bool A()
            {
                // Once.
                {|MP3001:Task.Delay(5).ConfigureAwait(false).GetAwaiter().GetResult()|}; // so
                return true;
            }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            async ValueTask<bool> A()
            {
                // Once.
                await Task.Delay(5); // so
                return true;
            }
        }
        """);

    [Fact]
    public Task Lambda_IsMadeAsynchronous() => VerifyFixAsync(
        """
        class Program
        {
            static void M(BarePort port, System.Threading.SemaphoreSlim gate) => port.Rcv("a", (int x) =>
            {
                {|MP3001:gate.Wait()|};
            });
        }
        """,
        """
        class Program
        {
            static void M(BarePort port, System.Threading.SemaphoreSlim gate) => port.Rcv("a", async (int x) =>
            {
                await gate.WaitAsync();
            });
        }
        """);

    [Fact]
    public Task Process_IsAwaited() => VerifyFixAsync(
        """
        using System.Diagnostics;

        partial class Echo : Port
        {
            [Rcv("a")] async Task A() { Process process = new(); {|MP3001:process.WaitForExit()|}; }
        }
        """,
        """
        using System.Diagnostics;

        partial class Echo : Port
        {
            [Rcv("a")] async Task A() { Process process = new(); await process.WaitForExitAsync(); }
        }
        """);

    [Theory]
    [InlineData("[Rcv(\"a\")] void A(in int x) { Task.Delay(x).Wait(); }")]
    [InlineData("[Rcv(\"a\")] void A() { lock (this) { Task.Delay(1).Wait(); } }")]
    [InlineData("[Rcv(\"a\")] void A() { Task.Delay(1).Wait(5); }")]
    [InlineData("[Rcv(\"a\")] protected virtual void A() { Task.Delay(1).Wait(); }")]
    [InlineData("[Rcv(\"a\")] Task A() { Task.Delay(1).Wait(); return Task.CompletedTask; }")]
    [InlineData("[Rcv(\"a\")] void A() { B(); void B() => Task.Delay(1).Wait(); }")]
    [InlineData("[Rcv(\"a\")] void A() { Console.ReadLine(); }")]
    [InlineData("Echo(PortId x) => Mon(x, reason => Task.Delay(1).Wait()); [Rcv(\"a\")] void A() { }")]
    [InlineData("Echo(Task<bool> x) => Rcv(\"x\", () => x.Wait());")]
    public async Task CallThatCannotBeAwaited_IsNotOfferedToBe(string members) =>
        Assert.False(await AnalyzerHarness.IsFixOfferedAsync(
            new AwaitCodeFix(),
            $"partial class Echo : Port {{ {members} }}"));

    private static Task VerifyFixAsync(string source, string expected) =>
        AnalyzerHarness.VerifyFixAsync(new AwaitCodeFix(), source, expected);
}
