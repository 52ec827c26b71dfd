namespace Mp.Generators.Tests.Behaviour;

/// <summary>A rest parameter takes all that is left, and always matches.</summary>
public sealed class RestTests
{
    [Theory]
    [EachTable]
    public async Task Rest_BindsWhatTheOtherParametersLeave(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a", Any, 3)]
            void A(string first, int second, params object?[] rest) =>
                Note($"{first} {second} [{string.Join(",", rest)}]");
            """);

        Assert.Equal(["x 4 [y,,True]"], port.Receive("a", "x", 3, 4, "y", null, true));
        Assert.Equal(["x 4 [5]"], port.Receive("a", "x", 3, 4, 5));
        Assert.Equal(["x 4 []"], port.Receive("a", "x", 3, 4));
        Assert.Empty(port.Receive("a", "x", 3));
    }

    [Theory]
    [EachTable]
    public async Task Rest_MayBeASpan(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv] void All(params ReadOnlySpan<object?> rest) => Note($"all {rest.Length}");
            [Rcv("a")] void A(Message message, params ReadOnlySpan<object?> rest) => Note($"a {rest.Length}");
            """);

        Assert.Equal(["all 3", "a 2"], port.Receive("a", 1, null));
        Assert.Equal(["all 1", "a 0"], port.Receive("a"));
        Assert.Equal(["all 0"], port.Receive());
    }

    [Theory]
    [EachTable]
    public async Task Rest_AfterOptionalParametersThatAreMissing_IsEmpty(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")]
            ValueTask A(int x = 1, int y = 2, params object?[] rest)
            {
                Note($"{x} {y} {rest.Length}");
                return default;
            }
            """);

        Assert.Equal(["1 2 0"], port.Receive("a"));
        Assert.Equal(["5 2 0"], port.Receive("a", 5));
        Assert.Equal(["5 6 1"], port.Receive("a", 5, 6, new[] { 1, 2 }));
    }

    [Theory]
    [EachTable]
    public async Task Rest_WithoutParams_IsOneElement(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A(object?[] one) => Note($"{one.Length}");
            """);

        Assert.Equal(["2"], port.Receive("a", new object?[] { 1, "x" }));
        Assert.Empty(port.Receive("a", 1, "x"));
    }
}
