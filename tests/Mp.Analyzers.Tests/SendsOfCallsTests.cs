namespace Mp.Analyzers.Tests;

/// <summary>What is sent by a call is checked as by Snd, with the port for the answer at its end.</summary>
public sealed class SendsOfCallsTests
{
    [Fact]
    public Task Calls_AreCheckedAsSends_WithAPortAtTheEnd() => SendHarness.VerifyAsync("""
        sealed partial class Ledger : Port
        {
            [Rcv("total")] void OnTotal(string account, PortId reply) { }
            [Rcv("add")] void OnAdd(int cents, PortId reply) { }

            async Task Run(Node node, PortId<Ledger> ledger, PortId plain, long cents)
            {
                await Cal(ledger, "total", "A7");
                await node.Cal(ledger, {|MP1101:"totla"|}, "A7");
                await Cal(ledger, "total", {|MP1102:7|});
                await Cal(ledger, "add", {|MP1104:cents|});
                await Cal(plain, {|MP1110:"totla"|}, "A7");
                await Cal(plain, "total", {|MP2101:new Plain()|});
                await node.Cal(node.Port, "time", timeout: TimeSpan.FromSeconds(1), cancellationToken: default);
            }
        }

        class Plain;
        """);

    [Fact]
    public Task PortForTheAnswer_ThatIsNotWaitedForThere_IsReportedAtTheCall() => SendHarness.VerifyAsync("""
        sealed partial class Ledger : Port
        {
            [Rcv("move")] void OnMove(string from, string to, long cents, PortId reply) { }
            [Rcv("none")] void OnNone(int cents) { }

            async Task Run(Node node, PortId<Ledger> ledger)
            {
                await {|MP1102:Cal|}(ledger, "none");
                await node.{|MP1102:Cal|}(ledger, "move", "A7", "B8");
                await node?.{|MP1102:Cal|}(ledger, "none")!;
                await Cal(ledger, "move", "A7", "B8", 5);
            }
        }
        """);

    [Fact]
    public Task Records_AreCalledAsTheirLists() => SendHarness.VerifyAsync("""
        [Message("total")] sealed partial record Total(string Account) : IAnsweredBy<Sum>;
        [Message("sum")] sealed partial record Sum(long Cents);
        [Message("other")] readonly partial record struct Other(int Id);

        sealed partial class Ledger : Port
        {
            [Rcv] void OnTotal(Total total, PortId reply) => Snd(reply, new Sum(1));

            async Task Run(PortId<Ledger> ledger)
            {
                Sum sum = await Cal(ledger, new Total("A7"));
                await Cal(ledger, {|MP1101:new Other(1)|}, timeout: TimeSpan.FromSeconds(1));
            }
        }
        """);

    [Fact]
    public Task WhatIsSentWithRoom_IsCheckedAsWell() => SendHarness.VerifyAsync("""
        sealed partial class Ledger : Port
        {
            [Rcv("add")] void OnAdd(int cents) { }

            async Task Run(Node node, PortId<Ledger> ledger)
            {
                await SndAsync(ledger, "add", 1, default);
                await SndAsync(ledger, "add", {|MP1102:"1"|});
                await node.SndAsync(ledger, Message.Create("ready"));
                TrySnd(ledger, {|MP1101:"dad"|}, 1);
                node.TrySnd(ledger, "add", 1);
            }
        }
        """);
}
