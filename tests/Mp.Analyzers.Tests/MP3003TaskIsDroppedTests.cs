using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP3003TaskIsDroppedTests
{
    [Fact]
    public Task TaskThatNobodyWaitsFor_IsReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            [Rcv("a")] void A() { {|MP3003:SaveAsync()|}; }
            [Rcv("b")] void B() => {|MP3003:SaveAsync()|};
            [Rcv("c")] async Task C() { {|MP3003:_ = SaveAsync()|}; await Task.Yield(); }
            [Rcv("d")] void D() { {|MP3003:_ = Task.Run(() => 5)|}; }
            [Rcv("e")] void E() { Local(); void Local() { {|MP3003:LoadAsync()|}; } }
            [Rcv("f")] void F(PortId other) => Mon(other, reason => { {|MP3003:SaveAsync()|}; });
            public Echo() => Rcv("g", () => { {|MP3003:_ = SaveAsync()|}; });

            private Task SaveAsync() => Task.CompletedTask;
            private ValueTask<int> LoadAsync() => new(5);
        }
        """);

    [Fact]
    public Task TaskThatIsWaitedForOrKept_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            private Task _last = Task.CompletedTask;

            [Rcv("a")] async Task A() { await SaveAsync(); _ = await LoadAsync(); }
            [Rcv("b")] Task B() => SaveAsync();
            [Rcv("c")] void C() { _last = SaveAsync(); }
            [Rcv("d")] void D(Dictionary<string, int> x) { _ = x.Count; _ = x.Remove("a"); }
            public Echo() => Rcv("g", () => SaveAsync());
            public void FromOutside() => SaveAsync();

            private Task SaveAsync() => Task.CompletedTask;
            private ValueTask<int> LoadAsync() => new(5);
        }
        """);

    [Fact]
    public Task Task_IsAwaited() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            private void A()
            {
                {|MP3003:_ = SaveAsync()|};
            }

            private Task SaveAsync() => Task.CompletedTask;
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")]
            private async ValueTask A()
            {
                await SaveAsync();
            }

            private Task SaveAsync() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task TaskOfTheRuntime_IsAwaited() => VerifyFixAsync(
        """
        partial class Echo : Port
        {
            [Rcv("a")] bool A(string host) { {|MP3003:Node.BecomePublicAsync(host)|}; return true; }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("a")] async ValueTask<bool> A(string host) { await Node.BecomePublicAsync(host); return true; }
        }
        """);

    private static Task VerifyFixAsync(string source, string expected) =>
        AnalyzerHarness.VerifyFixAsync(new AwaitCodeFix(), source, expected);
}
