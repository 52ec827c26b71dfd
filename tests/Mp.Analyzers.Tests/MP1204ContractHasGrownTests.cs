using Microsoft.CodeAnalysis.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP1204ContractHasGrownTests
{
    private const string File = """
        mp-contracts 1

        port Echo
            ["ping", int count]
        """;

    private const string Grown = """
        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing(long count, string note = "") { }
            [Rcv("pong")] void OnPong() { }
        }
        partial class Other : Port { void Add() => Rcv("x", () => { }); }
        [Payload] record Order(int Id);
        [Message("placed")] partial record Placed(Order Order);
        """;

    private const string FileOfGrown = """
        mp-contracts 1

        port Echo
            ["ping", long count, string note = default]
            ["pong"]

        port Other
            added ["x"]

        message Placed
            ["placed", Order Order]

        payload Order
            int Id

        """;

    [Theory]
    [InlineData("[Rcv(\"ping\")] void OnPing(long count) { }")]
    [InlineData("[Rcv(\"ping\")] void OnPing(int count, string note = \"\") { }")]
    public Task HandlerThatTakesMore_IsReported(string handler) =>
        ContractFileHarness.VerifyAsync($"partial class {{|MP1204:Echo|}} : Port {{ {handler} }}", File);

    [Fact]
    public Task WhateverIsNew_IsReported() => ContractFileHarness.VerifyAsync(
        """
        partial class {|MP1204:Echo|} : Port { [Rcv("ping")] void OnPing(int count) { } [Rcv("pong")] void On() { } }
        partial class {|MP1204:Other|} : Port { void Add() => Rcv("x", () => { }); }
        [Payload] record {|MP1204:Order|}(int Id);
        [Message("placed")] partial record {|MP1204:Placed|}(Order Order);
        """,
        File);

    [Fact]
    public Task EmptyFile_IsTheBeginning() => ContractFileHarness.VerifyAsync(
        "partial class {|MP1204:Echo|} : Port { [Rcv(\"ping\")] void OnPing(int count) { } }",
        "");

    [Fact]
    public Task HandlersOfPortsWithoutAClass_AreReported_InTheFile() => ContractFileHarness.VerifyAsync(
        """static class Program { static void Run(Node node) => node.CreatePort().Rcv("ping", () => { }); }""",
        "{|MP1204:mp-contracts 1|}\n");

    [Fact]
    public Task ClassThatHasAnotherName_IsReported_AndNothingElse() => ContractFileHarness.VerifyAsync(
        "partial class {|MP1204:Voice|} : Port { [Rcv(\"ping\")] void OnPing(int count) { } }",
        File);

    [Fact]
    public Task WhatTheFileSays_IsFine() => ContractFileHarness.VerifyAsync(Grown, FileOfGrown);

    [Fact]
    public Task CodeFix_WritesWhatIsNew() => ContractFileHarness.VerifyFixAsync(Grown, File, FileOfGrown);

    [Fact]
    public Task CodeFix_OfAnEmptyFile_FillsIt() => ContractFileHarness.VerifyFixAsync(Grown, "", FileOfGrown);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task CodeFix_OfAll_IsTheSame(FixAllScope scope) =>
        Assert.Equal(FileOfGrown, await ContractFileHarness.FixAllAsync(Grown, File, scope));
}
