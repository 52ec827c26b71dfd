namespace Mp.Analyzers.Tests;

public sealed class MP3002FunctionIsAsyncVoidTests
{
    [Fact]
    public Task FunctionsInHandlers_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            private event Action? Done;

            [Rcv("a")]
            void A()
            {
                Done += {|MP3002:async|} () => await Task.Yield();
                Action later = {|MP3002:async|} delegate { await Task.Yield(); };
                Local();
                later();
                async void {|MP3002:Local|}() => await Task.Yield();
            }

            [Rcv("b")] void B() => Run(() => Run({|MP3002:async|} () => await Task.Yield()));

            private void Run(Action action) => action();
        }
        """);

    [Fact]
    public Task FunctionsOfTheTurn_AreReported() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            public Echo(PortId other)
            {
                Rcv("a", (Action)({|MP3002:async|} () => await Task.Yield()));
                Mon(other, {|MP3002:async|} reason => await Task.Yield());
                Mon(other, OnLost);
            }

            [Rcv("c")] void C(PortId other) => Mon(other, {|MP3002:async|} reason => await Task.Yield());

            async void {|MP3002:OnLost|}(Reason reason) => await Task.Yield();
        }
        """);

    [Fact]
    public Task FunctionThatReturnsATask_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            public Echo(PortId other)
            {
                Rcv("a", async () => await Task.Yield());
                Rcv(["a", 5], async message => await Task.Yield());
                Rcv("b", async (int x) => { await Task.Yield(); return x > 5; });
            }

            [Rcv("c")]
            async Task C()
            {
                await Local();
                async Task Local() => await Task.Yield();
            }

            private async void Click() => await Task.Yield();
        }
        """);
}
