using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MakePartialCodeFixTests
{
    [Fact]
    public Task ClassWithModifiers_GetsOneMore() => VerifyAsync(
        """
        /// <summary>Echoes.</summary>
        internal sealed class Echo : Port
        {
            [Rcv("ping")] void OnPing() { }
        }
        """,
        """
        /// <summary>Echoes.</summary>
        internal sealed partial class Echo : Port
        {
            [Rcv("ping")] void OnPing() { }
        }
        """);

    [Fact]
    public Task ClassWithoutModifiers_KeepsItsComment() => VerifyAsync(
        """
        // Echoes.
        class Echo : Port
        {
            [Rcv("ping")] void OnPing() { }
        }
        """,
        """
        // Echoes.
        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing() { }
        }
        """);

    [Fact]
    public Task ContainingType_IsMadePartial() => VerifyAsync(
        """
        public static class Outer
        {
            private partial class Echo : Port
            {
                [Rcv("ping")] void OnPing() { }
            }
        }
        """,
        """
        public static partial class Outer
        {
            private partial class Echo : Port
            {
                [Rcv("ping")] void OnPing() { }
            }
        }
        """);

    [Fact]
    public Task MessageRecord_IsMadePartial() => VerifyAsync(
        """
        [Message("a")]
        public readonly record struct A(int X);
        """,
        """
        [Message("a")]
        public readonly partial record struct A(int X);
        """);

    [Fact]
    public Task TypeAroundAMessageRecord_IsMadePartial() => VerifyAsync(
        """
        interface IShop
        {
            [Message("a")] partial record A(int X);
        }
        """,
        """
        partial interface IShop
        {
            [Message("a")] partial record A(int X);
        }
        """);

    private static Task VerifyAsync(string source, string expected) =>
        AnalyzerHarness.VerifyFixAsync(new MakePartialCodeFix(), source, expected);
}
