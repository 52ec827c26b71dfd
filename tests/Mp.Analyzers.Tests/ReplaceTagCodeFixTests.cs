namespace Mp.Analyzers.Tests;

public sealed class ReplaceTagCodeFixTests
{
    [Theory]
    [InlineData("sealed", "new PortId<Echo>(from)")]
    [InlineData("public", "new PortId<Echo>(from)")]
    [InlineData("sealed", "from")]
    public Task MisspeltTag_IsReplaced(string modifier, string target) => SendHarness.VerifyFixAsync(
        Source(modifier, target, "\"pign\", from"),
        Source(modifier, target, "\"ping\", from"));

    [Theory]
    [InlineData("\"elephant\"")]
    [InlineData("nameof(Pign)")]
    public async Task TagThatIsNearNone_OrHasAName_IsNotReplaced(string tag) =>
        Assert.False(await SendHarness.IsFixOfferedAsync(Source("sealed", "from", tag) + " class Pign;"));

    private static string Source(string modifier, string target, string sent) => $$"""
        {{modifier}} partial class Echo : Port
        {
            [Rcv("ping")] void OnPing(PortId from) => Snd({{target}}, {{sent}} /* once */);
        }
        """;
}
