namespace Mp.Analyzers.Tests;

public sealed class MP3004StateIsTouchedElsewhereTests
{
    [Fact]
    public Task StateInAFunctionOfAnotherThread_IsReported() => AnalyzerHarness.VerifyAsync("""
        using System.Threading;

        partial class Echo(List<int> seen) : Port
        {
            private readonly List<int> _items = [];
            private int _count;
            private int Total { get; set; }

            [Rcv("a")] Task A() => Task.Run(() => {|MP3004:_count|}++);
            [Rcv("b")] async Task B() => await Task.Run(() => { {|MP3004:_items|}.Add(1); _count = 5; });
            [Rcv("c")] Task C() => Task.Factory.StartNew(() => {|MP3004:Total|});
            [Rcv("d")] void D(PortId to) => new Thread(() => {|MP3004:Snd(to, "x")|}).Start();
            [Rcv("e")] void E(PortId to) => ThreadPool.QueueUserWorkItem(_ => Node.Snd(to, "x", {|MP3004:Self|}));
            [Rcv("f")] void F() => Parallel.For(0, 5, x => {|MP3004:Count()|});
            [Rcv("g")] Task G() => Task.Delay(5).ContinueWith(_ => {|MP3004:Kil(Node.Port)|});
            [Rcv("h")] Task H() { return Task.Run(Local); void Local() => {|MP3004:_count|}++; }
            [Rcv("i")] Task I() => Task.Run(async () => { await Task.Yield(); {|MP3004:this._count|}++; });
            [Rcv("l")] void L() => new CancellationTokenSource().Token.Register(() => {|MP3004:_count|}++);
            [Rcv("m")] Task M(PortId to) => Task.Run(() => {|MP3004:Spawn(to, "x")|});
            [Rcv("n")] Task N() => Task.Run(() => {|MP3004:After(TimeSpan.Zero, "x")|});
            [Rcv("j")] Task J() => Task.Run(() => {|MP3004:seen|}.Count);
            public Echo(int x) : this([]) => Rcv("k", () => Task.Run(() => {|MP3004:_count|} + x));

            private void Count() => _count++;
        }
        """);

    [Fact]
    public Task WhatIsNotOfTheTurn_IsFine() => AnalyzerHarness.VerifyAsync("""
        using System.Threading;

        partial class Echo(TaskCompletionSource done) : Port
        {
            private static int _all;
            private readonly CancellationTokenSource _stop = new();
            private readonly string _name = "echo";
            private int _running;

            [Rcv("psub")] void OnPsub()
            {
                _stop.Token.Register(Psub(() => _running++));
                _stop.Token.Register(Psub(Local));
                void Local() => _running++;
            }

            private int _count;

            [Rcv("a")]
            async Task A(PortId to, int x)
            {
                PortId self = Self;
                int y = _count;
                _count = await Task.Run(() => x + y + _name.Length);
                await Task.Run(() => Node.Snd(to, "x", self), _stop.Token);
                await Task.Run(() => { Interlocked.Increment(ref _running); _all++; done.TrySetResult(); Help(); });
                await Task.Factory.StartNew(
                    () => _count++,
                    default,
                    TaskCreationOptions.None,
                    TaskScheduler.FromCurrentSynchronizationContext());
                int[] few = [.. new List<int>().FindAll(z => z > _count)];
                await Task.Run(() => Rcv("more", () => { }));
            }

            public Task FromOutside() => Task.Run(() => _count++);

            private static void Help() { }
        }

        class Program
        {
            private int _count;
            void M(BarePort port) => port.Rcv("a", () => Task.Run(() => _count++));
        }
        """);
}
