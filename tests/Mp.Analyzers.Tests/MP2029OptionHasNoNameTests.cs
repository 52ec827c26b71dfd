using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP2029OptionHasNoNameTests
{
    [Theory]
    [InlineData("\"ask\", {|MP2029:limit|}")]
    [InlineData("\"ask\", 1, {|MP2029:limit|}")]
    [InlineData("\"ask\", {|MP2029:(TimeSpan?)limit|}")]
    [InlineData("\"ask\", {|MP2029:limit|}, {|MP2029:limit|}")]
    [InlineData("\"ask\", {|MP2029:limit|}, cancellationToken: token")]
    [InlineData("\"ask\", {|MP2029:token|}, 1")]
    [InlineData("\"ask\", 1, {|MP2029:token|}, {|MP2029:limit|}")]
    public Task OptionWithoutAName_IsReported(string arguments) => SendHarness.VerifyAsync(Source(arguments));

    [Theory]
    [InlineData("\"ask\", timeout: limit")]
    [InlineData("\"ask\", 1, cancellationToken: token, timeout: limit")]
    [InlineData("Message.Create(\"ask\"), token, limit")]
    [InlineData("new Ask(1), token, limit")]
    public Task OptionThatIsOne_IsFine(string arguments) => SendHarness.VerifyAsync(Source(arguments));

    // It is an element, and said to be.
    [Theory]
    [InlineData("\"ask\", element1: limit")]
    [InlineData("\"ask\", limit, 1")]
    public Task ElementThatIsMeantAsOne_IsFine(string arguments) => SendHarness.VerifyAsync(Source(arguments));

    [Fact]
    public Task OptionThatIsMended_IsNoElement() => SendHarness.VerifyAsync("""
        sealed partial class Service : Port
        {
            [Rcv("ask")] void OnAsk(int x, PortId reply) { }
            Task Run(PortId<Service> service, TimeSpan limit) => Cal(service, "ask", 1, {|MP2029:limit|});
        }
        """);

    // A handler waits for just that.
    [Theory]
    [InlineData("TimeSpan length, PortId reply", "limit")]
    [InlineData("int x, TimeSpan length, PortId reply", "1, limit")]
    [InlineData("TimeSpan? from, TimeSpan to, PortId reply", "limit, limit")]
    [InlineData("TimeSpan length, PortId reply", "limit, timeout: limit")]
    [InlineData("int x, PortId reply", "1, {|MP2029:limit|}")]
    [InlineData("params object?[] rest", "{|MP2029:limit|}")]
    public Task TimeSpan_IsAnElement_WhereAHandlerTakesIt(string parameters, string arguments) =>
        SendHarness.VerifyAsync($$"""
            sealed partial class Service : Port
            {
                [Rcv("sleep")] void OnSleep({{parameters}}) { }
                [Rcv("sleep", "all")] void OnAll(PortId reply) { }
                Task Run(PortId<Service> service, TimeSpan limit) => Cal(service, "sleep", {{arguments}});
            }
            """);

    [Theory]
    [InlineData("\"ask\", limit", "\"ask\", timeout: limit")]
    [InlineData("\"ask\", 1, /* soon */ limit /* enough */", "\"ask\", 1, /* soon */ timeout: limit /* enough */")]
    [InlineData("\"ask\", limit, cancellationToken: token", "\"ask\", timeout: limit, cancellationToken: token")]
    [InlineData("\"ask\", token, 1", "\"ask\", 1, cancellationToken: token")]
    public Task Fix_WritesTheName(string before, string after) =>
        SendHarness.VerifyFixAsync(Source(before), Source(after), new NameOptionCodeFix());

    [Fact]
    public async Task Fix_IsNotOffered_WhereTheOptionIsGiven() => Assert.False(await SendHarness.IsFixOfferedAsync(
        Source("\"ask\", limit, timeout: limit"),
        new NameOptionCodeFix()));

    private static string Source(string arguments) => $$"""
        using System.Threading;

        sealed partial class Service : Port
        {
            [Rcv("ask")] void OnAsk(int x, PortId reply) { }
            Task Run(PortId service, TimeSpan limit, CancellationToken token) => Cal(service, {{arguments}});
        }

        [Message("ask")] sealed partial record Ask(int X);
        """;
}
