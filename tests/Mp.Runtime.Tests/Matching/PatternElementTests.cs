using System.Text.RegularExpressions;

namespace Mp.Runtime.Tests.Matching;

/// <summary>What an element of a pattern matches: the same in memory and over bytes.</summary>
public sealed class PatternElementTests
{
    public enum Colour : byte
    {
        Red,
        Blue = 7,
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Constant_MatchesAnEqualElement_WhateverItsForm(bool isWire)
    {
        await using var bench = new BarePortBench(isWire);
        PortId id = PortId.Parse("node#port");

        Assert.True(Matches(bench, "Straße", "Straße"));
        Assert.False(Matches(bench, "Straße", "STRASSE"));
        Assert.True(Matches(bench, 3, 3UL));
        Assert.True(Matches(bench, (byte)3, 3L));
        Assert.False(Matches(bench, 3, 3.0));
        Assert.True(Matches(bench, 3.0, 3));
        Assert.True(Matches(bench, 0.1f, 0.1f));
        Assert.False(Matches(bench, 0.1f, 0.1));
        Assert.True(Matches(bench, ulong.MaxValue, ulong.MaxValue));
        Assert.True(Matches(bench, true, true));
        Assert.False(Matches(bench, true, 1));
        Assert.True(Matches(bench, null, null));
        Assert.False(Matches(bench, null, 0));
        Assert.True(Matches(bench, 'x', 120));
        Assert.True(Matches(bench, Colour.Blue, 7));
        Assert.True(Matches(bench, id, id));
        Assert.True(Matches(bench, id, "node#port"));
        Assert.True(Matches(bench, "node#port", id));
        Assert.True(Matches(bench, default(PortId), null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_MatchesOneElement_WhichMustExist(bool isWire)
    {
        await using var bench = new BarePortBench(isWire);
        bench.Port.Rcv(["v", Pattern.Any], _ => bench.Note("one"));

        Assert.Equal(["one"], bench.Receive("v", null));
        Assert.Equal(["one"], bench.Receive("v", 1, 2));
        Assert.Empty(bench.Receive("v"));
        Assert.Empty(bench.Receive());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Type_MatchesWhatAParameterOfItTakes(bool isWire)
    {
        await using var bench = new BarePortBench(isWire);

        Assert.True(Matches(bench, typeof(byte), 255L));
        Assert.False(Matches(bench, typeof(byte), 256));
        Assert.True(Matches(bench, typeof(double), 5));
        Assert.False(Matches(bench, typeof(int), 5.0));
        Assert.True(Matches(bench, typeof(string), PortId.Parse("node#port")));
        Assert.True(Matches(bench, typeof(PortId), "node#port"));
        Assert.False(Matches(bench, typeof(PortId), "port"));
        Assert.False(Matches(bench, typeof(string), null));
        Assert.True(Matches(bench, typeof(object), null));
        Assert.True(Matches(bench, typeof(Colour), 200));
        Assert.False(Matches(bench, typeof(Colour), -1));
        Assert.True(Matches(bench, typeof(byte[]), new byte[] { 1 }));
        Assert.True(Matches(bench, typeof(object), new[] { 1, 2 }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Regex_MatchesStrings(bool isWire)
    {
        await using var bench = new BarePortBench(isWire);
        var expression = new Regex("^a+$", RegexOptions.NonBacktracking);

        Assert.True(Matches(bench, expression, "aaa"));
        Assert.False(Matches(bench, expression, "b"));
        Assert.False(Matches(bench, expression, 1));
        Assert.False(Matches(bench, expression, null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Predicate_SeesTheElementAsItIsAfterAJourney(bool isWire)
    {
        await using var bench = new BarePortBench(isWire);

        Assert.True(Matches(bench, Is(element => element is 5L), (byte)5));
        Assert.True(Matches(bench, Is(element => element is 0.5), 0.5f));
        Assert.True(Matches(bench, Is(element => element is "node#port"), PortId.Parse("node#port")));
        Assert.True(Matches(bench, Is(element => element is null), null));
        Assert.True(Matches(bench, Is(element => element is object?[] and [1L, 2L]), new List<int> { 1, 2 }));
        Assert.False(Matches(bench, Is(_ => false), 1));
        Assert.Empty(bench.Receive("v"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parameters_BindByType(bool isWire)
    {
        await using var bench = new BarePortBench(isWire);
        bench.Port.Rcv("v", (int value) => bench.Note($"int {value}"));
        bench.Port.Rcv("v", (string value) => bench.Note($"string {value}"));
        bench.Port.Rcv("v", (bool value) => bench.Note($"bool {value}"));
        bench.Port.Rcv("v", (PortId<BarePort> value) => bench.Note($"typed {value}"));
        bench.Port.Rcv(
            "v",
            (int first, Message message, int second) => bench.Note($"{first} {message.Count} {second}"));
        bench.Port.Rcv("v", (Colour value) => bench.Note($"{value}"));

        Assert.Equal(["int 300"], bench.Receive("v", 300L));
        Assert.Equal(["int 7", "Blue"], bench.Receive("v", 7));
        Assert.Equal(["string x"], bench.Receive("v", "x"));
        Assert.Equal(["bool True"], bench.Receive("v", true));
        Assert.Equal(["string n#p", "typed n#p"], bench.Receive("v", PortId.Parse("n#p")));
        Assert.Equal(["int -1", "-1 3 2"], bench.Receive("v", -1, 2));
        Assert.Empty(bench.Receive("v", null));
        Assert.Empty(bench.Receive("v"));
    }

    [Fact]
    public async Task ElementThatNoMessageHas_IsRefused()
    {
        await using var bench = new BarePortBench();

        Assert.Throws<ArgumentException>(() => bench.Port.Rcv(["a", 1m], _ => { }));
        Assert.Throws<ArgumentException>(() => bench.Port.Rcv(["a", "\ud800"], _ => { }));
        Assert.Throws<ArgumentException>(() => bench.Port.Rcv(["a", typeof(BarePortBench)], _ => { }));
        Assert.Throws<ArgumentException>(() => bench.Port.Rcv("a", (BarePortBench _) => { }));
        Assert.Throws<ArgumentException>(() => bench.Port.Rcv(new object?[17], _ => { }));
        Assert.Throws<ArgumentNullException>(() => bench.Port.Rcv("a", (Action)null!));
        Assert.Throws<ArgumentNullException>(() => bench.Port.Rcv(["a"], (Action<Message>)null!));
        Assert.Throws<ArgumentNullException>(() => bench.Port.Rcv(null!, () => { }));
    }

    private static Func<object?, bool> Is(Func<object?, bool> predicate) => predicate;

    private static bool Matches(BarePortBench bench, object? element, object? value)
    {
        using IDisposable handler = bench.Port.Rcv(["v", element], _ => bench.Note("match"));
        return bench.Receive("v", value).Count == 1;
    }
}
