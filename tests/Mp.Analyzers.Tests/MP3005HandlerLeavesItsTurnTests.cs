using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP3005HandlerLeavesItsTurnTests
{
    [Fact]
    public Task StateAfterAnAwaitThatLeaves_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            private int _count;

            [Rcv("a")]
            async Task A(PortId to)
            {
                await {|MP3005:Task.Delay(1).ConfigureAwait(false)|};
                Snd(to, "done", 5);
            }

            [Rcv("b")] async Task B() => _count = await {|MP3005:LoadAsync().ConfigureAwait(false)|};

            [Rcv("c")]
            async ValueTask C()
            {
                while (true)
                {
                    Console.WriteLine(Self);
                    await {|MP3005:Task.Delay(1).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)|};
                }
            }

            [Rcv("d")]
            async Task D()
            {
                await foreach (int x in {|MP3005:ReadAsync().ConfigureAwait(false)|})
                {
                    _count += x;
                }
            }

            public Echo() => Rcv("e", async () => { await {|MP3005:Task.Delay(1).ConfigureAwait(false)|}; _count++; });

            private static Task<int> LoadAsync() => Task.FromResult(5);
            private static async IAsyncEnumerable<int> ReadAsync() { await Task.Yield(); yield return 1; }
        }
        """);

    [Fact]
    public Task AwaitThatStays_OrTouchesNothingAfterwards_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            private int _count;

            [Rcv("a")]
            async Task A(PortId to)
            {
                _count++;
                Snd(to, "done");
                await LoadAsync(_count).ConfigureAwait(false);
                Console.WriteLine("done");
            }

            [Rcv("b")]
            async Task B()
            {
                await Task.Delay(1);
                await Task.Delay(1).ConfigureAwait(true);
                await Task.Delay(1).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);
                _count++;
            }

            public async Task FromOutside() { await Task.Delay(1).ConfigureAwait(false); _count++; }

            private static Task LoadAsync(int x) => Task.Delay(x);
        }
        """);

    [Fact]
    public Task ConfigureAwait_IsRemoved() => AnalyzerHarness.VerifyFixAsync(
        new RemoveConfigureAwaitCodeFix(),
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            async Task A(PortId to)
            {
                await {|MP3005:Task.Delay(1).ConfigureAwait(false)|}; // a while
                Snd(to, "done");
            }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            async Task A(PortId to)
            {
                await Task.Delay(1); // a while
                Snd(to, "done");
            }
        }
        """);
}
