namespace Mp.Analyzers.Tests;

public sealed class MP1018UnmatchedHasOddShapeTests
{
    [Theory]
    [InlineData("void {|MP1018:Nobody|}(string tag) { }")]
    [InlineData("void {|MP1018:Nobody|}(Message message, int x = 1) { }")]
    [InlineData("void {|MP1018:Nobody|}(ref Message message) { }")]
    [InlineData("void {|MP1018:Nobody|}<T>() { }")]
    [InlineData("bool {|MP1018:Nobody|}() => true;")]
    [InlineData("ValueTask<bool> {|MP1018:Nobody|}(Message message) => new(true);")]
    [InlineData("int {|MP1013:Nobody|}() => 1;")]
    [InlineData("async void {|MP1014:Nobody|}() => await Task.Yield();")]
    public Task OddMethod_IsReported(string method) => AnalyzerHarness.VerifyAsync($$"""
        partial class Echo : Port
        {
            [RcvUnmatched] {{method}}
        }
        """);

    [Theory]
    [InlineData("void Nobody() { }")]
    [InlineData("static void Nobody(in Message message) { }")]
    [InlineData("Task Nobody(Message message) => Task.CompletedTask;")]
    [InlineData("async ValueTask Nobody() => await Task.Yield();")]
    public Task MethodThatTakesNothingOrTheMessage_IsFine(string method) => AnalyzerHarness.VerifyAsync($$"""
        partial class Echo : Port
        {
            [RcvUnmatched] {{method}}
        }
        """);

    [Fact]
    public Task ClassThatIsNotPartial_IsReported() => AnalyzerHarness.VerifyAsync("""
        class {|MP1001:Echo|} : Port
        {
            [RcvUnmatched] void Nobody() { }
        }
        """);
}
