using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class DeriveFromPortCodeFixTests
{
    [Fact]
    public Task ClassWithoutBase_DerivesFromPort() => VerifyAsync(
        """
        partial class Echo
        {
            [Rcv("ping")] void OnPing() { }
        }
        """,
        """
        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing() { }
        }
        """);

    [Fact]
    public Task GenericClass_DerivesFromPort() => VerifyAsync(
        """
        partial class Echo<T> // of T
        {
            [Rcv("ping")] void OnPing() { }
        }
        """,
        """
        partial class Echo<T> : Port // of T
        {
            [Rcv("ping")] void OnPing() { }
        }
        """);

    [Fact]
    public Task ClassWithInterface_GetsPortFirst() => VerifyAsync(
        """
        partial class Echo : ICloneable
        {
            [Rcv("ping")] void OnPing() { }

            public object Clone() => this;
        }
        """,
        """
        partial class Echo : Port, ICloneable
        {
            [Rcv("ping")] void OnPing() { }

            public object Clone() => this;
        }
        """);

    [Theory]
    [InlineData("partial struct Echo { [Rcv(\"ping\")] void OnPing() { } }")]
    [InlineData("partial class Echo : Exception { [Rcv(\"ping\")] void OnPing() { } }")]
    [InlineData("static partial class Echo { [Rcv(\"ping\")] static void OnPing() { } }")]
    public async Task TypeThatCannotDeriveFromPort_IsNotOfferedTo(string source) =>
        Assert.False(await AnalyzerHarness.IsFixOfferedAsync(new DeriveFromPortCodeFix(), source));

    private static Task VerifyAsync(string source, string expected) =>
        AnalyzerHarness.VerifyFixAsync(new DeriveFromPortCodeFix(), source, expected);
}
